/** The catalogue of open data in DCAT 3 as JSON-LD, for portals that gather data sets. Pure. */
import { tableIds } from './table-ids.ts';
import { tableWords } from './words.ts';

/** Creative Commons Attribution 4.0: anybody may use it and says where it is from. */
export const OPEN_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

export interface ReleaseHead {
  number: number;
  /** Epoch ms. */
  releasedAt: number;
  campaign: string;
  year: number;
}

const instant = (ms: number): string => new Date(ms).toISOString();

const distribution = (url: string, title: string, mediaType: string, format: string): object => ({
  '@type': 'dcat:Distribution',
  'dct:title': title,
  'dct:license': { '@id': OPEN_LICENCE },
  'dcat:accessURL': { '@id': url },
  'dcat:downloadURL': { '@id': url },
  'dcat:mediaType': mediaType,
  'dct:format': format,
});

/** `base`: address the releases stand under, without a slash at its end. */
export function catalogue(
  { base, board, publisher, place }: { base: string; board: string; publisher: string; place: string },
  releases: readonly ReleaseHead[],
): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': base,
    '@type': 'dcat:Catalog',
    'dct:title': `Dữ liệu mở của ${place}`,
    'dct:language': 'vi',
    'dct:license': { '@id': OPEN_LICENCE },
    'foaf:homepage': { '@id': board },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
    'dcat:dataset': releases.map(({ number, releasedAt, campaign, year }) => ({
      '@id': `${base}/${number}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': String(number),
      'dct:title': `${campaign}: bản công bố số ${number}`,
      'dct:description': tableIds.map((id) => tableWords.of[id].title).join('; '),
      'dct:issued': { '@type': 'xsd:dateTime', '@value': instant(releasedAt) },
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': `${year}-01-01`,
        'dcat:endDate': `${year}-12-31`,
      },
      'dct:spatial': place,
      'dct:language': 'vi',
      'dct:license': { '@id': OPEN_LICENCE },
      'dct:provenance':
        'Phiếu tự đánh giá của hộ gia đình, xóm và đơn vị trong phần mềm Thi đua số; số dưới 10 gia đình không công bố.',
      'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
      'dcat:distribution': [
        distribution(`${base}/${number}`, 'Mọi bảng và từ điển dữ liệu', 'application/json', 'JSON'),
        ...tableIds.map((id) =>
          distribution(`${base}/${number}/${id}.csv`, tableWords.of[id].title, 'text/csv', 'CSV'),
        ),
      ],
    })),
  };
}
