import './packages.css';
import { useTranslation } from 'react-i18next';
import { MakePackage } from './MakePackage.tsx';
import { MergePackage } from './MergePackage.tsx';

/** Work in parts: a package goes out to somebody else, and its work comes back in. */
export const PackagesScreen = () => {
  const { t } = useTranslation();
  return (
    <main className="page packages-page">
      <header>
        <div>
          <h1>{t('packages.title')}</h1>
          <p>{t('packages.lead')}</p>
        </div>
      </header>
      <MakePackage />
      <MergePackage />
    </main>
  );
};
