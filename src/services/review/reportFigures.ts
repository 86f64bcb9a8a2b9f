/** Figures that the page and the workbook of a report share. */
import type { ReportPart } from '../../contract/index.ts';

/** Groups that somebody confirmed or reviewed. */
export const confirmedIn = ({ statuses }: ReportPart): number =>
  statuses
    .filter(({ status }) => status === 'confirmed' || status === 'reviewed')
    .reduce((sum, { count }) => sum + count, 0);

/** The signature that holds. */
export const signatureOf = ({ signOffs }: ReportPart): ReportPart['signOffs'][number] | undefined =>
  signOffs.find(({ reopened }) => reopened === null);
