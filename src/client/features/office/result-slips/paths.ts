export const RESULT_SLIPS_PATH = '/phieu-ket-qua';
