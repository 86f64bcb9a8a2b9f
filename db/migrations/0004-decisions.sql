-- What a decision was about, as JSON for people: {check, lang, severity, messageCode, params, message, source, target}. Its key outlives the flag.
ALTER TABLE decision ADD COLUMN about TEXT;
