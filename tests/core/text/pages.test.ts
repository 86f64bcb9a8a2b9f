/** Page furniture of usual sites around invented articles: `-` marks the lines that are furniture, `+` the body. */
import { describe, expect, it } from 'vitest';
import { cutLines, cutText } from '../../../src/core/text/index.ts';

const PAGES: Record<string, string> = {
  'a Vietnamese news site with comments': `vi
- Thời sự
- Thứ tư, 12/3/2025, 09:15 (GMT+7)
+ Làng chài ven sông lần đầu có nước sạch
+ Quảng Ngãi Hơn 300 hộ dân làng chài Bến Mới lần đầu có nước sạch sau gần hai mươi năm dùng nước giếng nhiễm phèn.
+ Sáng 11/3, trạm cấp nước công suất 500 m3 một ngày đêm chính thức vận hành.
+ Trạm cấp nước mới ở làng chài Bến Mới. Ảnh: Lê Phương
+ Ông Võ Văn T. cho biết gia đình từng tốn hơn một triệu đồng mỗi tháng để mua nước.
- >> Cầu tạm qua sông bị lũ cuốn
+ Dự kiến đến cuối năm, đường ống sẽ nối tiếp sang hai thôn bên cạnh.
- Lê Phương
- Trở lại Thời sự
- Copy link thành công
- Ý kiến (12)
- Quan tâm nhất
- Hoàng Nam
- Quá tốt cho bà con. Mong các nơi khác cũng được như vậy.
- Thích
- Tin cùng chuyên mục
- Đường ven biển thông xe sau hai năm thi công`,
  'a Vietnamese news site with a box inside': `vi
- Trang chủ
- Thời sự
- Xã hội
+ Cây cầu treo nối hai bờ suối Lạnh
- 12/03/2025 09:15 GMT+7
+ Sau ba tháng thi công, cây cầu treo dài 72m qua suối Lạnh đã đón những lượt học sinh đầu tiên đến trường.
- Tặng sao
+ Cầu do nhóm thiện nguyện ở TP.HCM góp tiền xây dựng. Người thiết kế nói cầu chịu được gió cấp 10.
+ Học sinh bản Lạnh đi học qua cầu mới - Ảnh: TRẦN HẬU
+ Trước đây, mỗi mùa mưa các em phải nghỉ học cả tuần. Có em phải ở nhờ nhà bà con bên kia suối.
- Xem thêm:
- Trường vùng cao thiếu giáo viên tiếng Anh
- Bản làng sáng điện sau bao năm chờ đợi
+ Trưởng bản Lò Văn Pọm cho biết bà con sẽ thay nhau trông coi, sửa chữa cầu.
- TRẦN HẬU
- Bình luận (0)
- Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận
- Đọc tiếp
- Chuyên mục`,
  'a German broadcaster': `de
- Startseite > Regional > Sachsen-Anhalt
+ Neue Fußgängerbrücke über die Bode freigegeben
- Stand: 12.03.2025 14:05 Uhr
+ Nach zwei Jahren Bauzeit ist die Brücke bei Kleinrode fertig. Die Kosten stiegen auf 3,4 Mio. Euro.
- Von Karin Beyer, Kleinrode
+ Am 11. März haben Anwohnerinnen und Anwohner das Bauwerk eingeweiht.
+ „Endlich!“, rief eine Radfahrerin, die als Erste hinüberfuhr. „Das spart mir jeden Tag 20 Minuten.“
+ Blick auf die neue Brücke. | Bildquelle: Stadt Kleinrode
- Mehr zum Thema
- Hochwasser: Wie Kleinrode seine Deiche erneuert
- Radwege im Harz werden ausgebaut
+ Kritik kommt vom Naturschutzbund. Dessen Sprecher sagte, man habe die Brutzeiten nicht beachtet.
- Teilen
- Facebook WhatsApp E-Mail
- Kommentare (23)
- Impressum | Datenschutz | Kontakt
- © 2025 Regionalfunk`,
  'a Russian news agency': `ru
- Главная
- Новости
- Общество
+ В Нижних Вязах открыли пешеходный мост
- 14:05 12.03.2025
- Текст: Ольга Климова
+ Фото: администрация района
+ НИЖНИЕ ВЯЗЫ, 12 мар. Пешеходный мост через реку Вязь открыли во вторник. Об этом сообщил глава района А. П. Седов.
+ «Мы ждали этого восемь лет!» — сказала жительница села Н. Громова. Раньше приходилось идти пять километров в обход.
- Читайте также:
- В области отремонтируют сорок мостов
- Паводок в районе пошёл на спад
+ Строительство обошлось в 48 млн руб. Деньги выделил областной бюджет. Подход к мосту заасфальтируют.
- Подписывайтесь на наш канал в Telegram
- Теги: мосты, дороги, область
- Поделиться
- ВКонтакте
- Комментарии
- Самое читаемое
- Названа дата открытия нового вокзала`,
  'a Chinese daily': `zh
- 首页 > 新闻 > 社会
+ 石桥村新步行桥正式通行
- 2025年03月12日 09:15 来源：新河日报 作者：张文
- 字号：大 中 小
- 分享到：
+ 本报讯（记者 张文）3月11日，横跨清水河的步行桥在石桥村正式通行。这座桥全长86米，总投资约1200万元。
+ “以前上学要绕五公里山路！”村民李桂兰说，“现在走十分钟就到。”
+ 图为村民走过新桥。张文 摄
+ 据了解，该桥设计使用年限为50年。村委会表示，将安排专人负责日常维护。
- （责任编辑：李明）
- 标签：桥梁 乡村
- 相关新闻
- 清水河治理工程启动
- 乡村公路今年全部硬化
- 版权所有 新河日报社 未经授权不得转载`,
  'a translated portal': `de
- Hafenblick.example.vn - Cổng thông tin vùng biển
+ Fischer reparieren ihre Boote vor dem Sturm
+ In drei Dörfern am Kap wurden am Wochenende mehr als hundert Boote an Land gezogen und abgedichtet.
- Báo Biển XanhBáo Biển Xanh05/09/2024
+ Die Behörden rechnen damit, dass der Sturm in der Nacht zum Dienstag die Küste erreicht. Schulen bleiben geschlossen.
+ FOTO: HAI NAM
+ Wer in Strandnähe wohnt, soll bis Montagabend in die Gemeindehäuser kommen.
- Quelle: https://bienxanh.example.vn/ngu-dan-sua-thuyen-truoc-bao-1234.htm
- Comment (0)
- No data
- No data
- Gleiche Kategorie
- Der Leuchtturm am Kap bekommt neue Farbe
- Wirtschaft
- Produkt`,
};

const parse = (page: string) => {
  const [lang, ...lines] = page.split('\n');
  return { lang: lang!, lines: lines.map((line) => ({ body: line.startsWith('+'), text: line.slice(2) })) };
};

describe('page furniture', () => {
  for (const [name, page] of Object.entries(PAGES)) {
    const { lang, lines } = parse(page);
    for (const gap of ['\n', '\n\n'])
      it(`is told from the article on ${name}, paragraphs ${gap === '\n' ? 'in lines' : 'apart'}`, () => {
        const { segments } = cutText(lines.map((line) => line.text).join(gap), lang);
        const bodyLines = new Set(
          segments.filter((s) => s.kind !== 'furniture').map((s) => (s.line - 1) / gap.length),
        );
        expect(lines.filter((_, i) => bodyLines.has(i)).map((l) => l.text)).toEqual(
          lines.filter((l) => l.body).map((l) => l.text),
        );
      });
    it(`is told line by line on ${name}`, () => {
      const { segments } = cutLines(lines.map((line) => line.text).join('\n'), lang);
      expect(segments.map((s) => s.kind !== 'furniture')).toEqual(lines.map((line) => line.body));
    });
  }

  it('is not found in texts that are no pages', () => {
    const letter = [
      'Kontakt',
      'Hanoi, 12.08.2025',
      'Sehr geehrte Frau Lenz,',
      'vielen Dank für Ihren Kommentar. Wir haben die Quelle geprüft und melden uns bis Freitag.',
      'Telefon: 030 123456',
      'Quelle: Statistisches Landesamt',
      'Kommentar',
      'Die Zahlen gelten für das Vorjahr. Neuere liegen noch nicht vor.',
      'Mit freundlichen Grüßen',
      'Anna Lenz',
    ];
    const { segments } = cutText(letter.join('\n\n'), 'de');
    expect(segments.filter((s) => s.kind === 'furniture')).toEqual([]);
  });
});
