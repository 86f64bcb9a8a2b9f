import { describe, expect, it } from 'vitest';
import { cutText } from '../../../src/core/text/index.ts';

/** `|` marks the sentence ends that are expected. */
const EXAMPLES: Record<string, string[]> = {
  vi: [
    'PGS.TS. Lê Văn Bách ở TP.HCM đã nói rõ. | Ai cũng nghe.',
    'Giá tăng 2,5%. | 50 hộ bị ảnh hưởng.',
    'Có cam, quýt, v.v. | Người mua rất đông.',
    '“Đẹp quá!” ông Nam reo lên. | Mọi người cười.',
    '“Trời ơi!” Bà Tư kêu lên. | Nước đã vào sân.',
    '– Về thôi! – chị gọi. | – Tối rồi.',
    'Cô hỏi: “Anh đi đâu? | Bao giờ về?” | Anh không đáp.',
    'Con ơi... mẹ về rồi đây.',
    'Bên giao hàng là Bên A. | Bên B trả tiền.',
    '1.2. Hàng phải mới. | Bên bán chịu trách nhiệm.',
    'Bước 3. Đậy nắp lại. | Chờ năm phút.',
    'Ông Trần Văn T. (52 tuổi) đi vắng.',
    'Gồm: 1. Gạo. | 2. Muối.',
    'Họ đọc án Kim v. Park. | Tỷ số là 15:16. | Rồi thôi.',
    'Bà kể về thời trẻ.” | Ai cũng lặng. | “Ngày ấy nghèo lắm. | Nhưng vui”, bà nói.',
    'Bến cảng lúc chiều xuống. (Nguồn: Sở Du lịch)',
  ],
  de: [
    'Am 25. November kam der 12. Zug. | Er war leer.',
    'Im Jahr 2023. | Die Ernte war gut.',
    'Das gilt z. B. für Äpfel, d. h. für Obst. | Sonst nicht.',
    'Es kostet 3 Mio. Euro. | Das ist viel.',
    'Sie zahlten 5 Mio. | Der Rest blieb offen.',
    '„Kommst du?“, fragte sie. | „Gleich!“ | Er lief los.',
    '„Ich bin müde. | Gute Nacht“, sagte er.',
    'Der Ruf „Weiter! Nicht stehen bleiben!“, hallte durch den Wald.',
    'Prof. Dr. A. Lenz u. a. kamen in die Ringstr. 5. | Dort war niemand.',
    'Partei A. | Sie haftet nach Art. 5 Abs. 2 BGB.',
    'Der Hafen am Abend. (Quelle: Stadtarchiv)',
    'Sie kam am 5. 11. 1990 zur Welt.',
  ],
  ru: [
    'А. С. Орлов жил в г. Тверь на ул. Мира. | Потом уехал.',
    'Завод открыли в 1997 г. | Закрыли его скоро.',
    'Он купил хлеб, соль и т. д. | Потом ушёл.',
    '«Кто там?» – спросила она. | Никто не ответил.',
    '– Не могу... – Нина покачала головой. | – Я занята.',
    'Цена выросла до 5 тыс. рублей. | Это много.',
    'Шаг 2. Закройте крышку. | Подождите.',
    'Он сказал: «Я иду. | Жди меня». | И ушёл.',
    'Он выступил с речью». | Все молчали. | «Хорошо сказано», — заметил кто-то.',
    'Счёт 5 млн долл. США оплачен. | Всё.',
    'Зачем?.. | Никто не знал.',
  ],
  zh: [
    '他问：“你去哪儿？”|我没有回答。',
    '“走吧！”她说。|天黑了。',
    '“不，”他摇头，“我留下。”|',
    '她写道：“我来了。|我很好。”|然后寄出了信。',
    '价格为3.5元。|共计1.2万人……第二天就结束了。',
    '他读了《你好！世界》一书。|很有趣。',
    '听到“啪！”的一声。|灯灭了。',
    '“我没有让步。”|他指出，谈判还会继续。',
    '他觉得“这样最好。”|大家同意了。',
    '完成了!|大家很高兴。',
    '港口的傍晚。（图片来源：档案馆）',
    '2.1. 单价为五元。|不含税。',
  ],
  en: [
    'Dr. Smith met J. R. Brown at 5 p.m. in the U.S. embassy. | They left.',
    '“Stop!” he cried. | Nobody did.',
    'It costs $3.50. | Too much, e.g. for me.',
  ],
  fr: ['M. Dupont est là. | « Entrez ! » dit-il.'],
  hi: ['वह घर गया। | मैं रुका।'],
};

describe('sentences', () => {
  for (const [lang, examples] of Object.entries(EXAMPLES))
    for (const example of examples)
      it(`${lang}: ${example}`, () => {
        const expected = example.split('|').map((s) => s.trim());
        const raw = lang === 'zh' ? expected.join('') : expected.join(' ');
        expect(cutText(raw, lang).segments.map((s) => s.text)).toEqual(expected.filter(Boolean));
      });
});
