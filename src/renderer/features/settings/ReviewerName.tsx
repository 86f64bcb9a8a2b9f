import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queries, queryClient } from '../../state/api.ts';
import { tellFailure } from '../../state/toasts.ts';

/** Whose name edits, notes and signatures bear; the host keeps it. */
export const ReviewerName = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const save = async () => {
    if (text.trim() === '' || text.trim() === name) return setText(name);
    try {
      await api.app.setReviewer({ name: text.trim() });
      // Who the reviewer is says which notes are for them, too.
      for (const room of [queries.app.info, queries.review])
        await queryClient.invalidateQueries({ queryKey: room.key() });
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <section className="panel settings-section">
      <label className="field">
        {t('settings.reviewer')}
        <input
          className="input"
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void save()}
        />
      </label>
    </section>
  );
};
