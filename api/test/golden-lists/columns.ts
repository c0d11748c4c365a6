import { text, workbook, type GoldenList } from "./golden-list.ts";

const midori = { name: "みどり" };
const fuji = { name: "ふじ" };
const NEEDS = { labour: ["K02", 1], funds: ["K04", 1] } as const;

/** What the columns of a list are called, and what they hold. */
export const COLUMNS: readonly GoldenList[] = [
  {
    dirt: "marks, spaces, line breaks, brackets and units stand in its headers",
    file: "a.csv",
    bytes: text(
      '"【必須】\n会 社 名",ＴＥＬ（代表）,資本金額（単位：千円）,※従業員(人),設立年月（西暦）',
      "みどり,087-000-0001,3000,5,1988/4",
    ),
    headerRow: 1,
    businesses: [
      { ...midori, facts: { phone: "087-000-0001", capitalYen: 3_000_000, employees: 5, established: "1988-04" } },
    ],
  },
  {
    dirt: "the address has its parts in columns of their own, and another place stands beside it",
    file: "a.csv",
    bytes: text(
      "会社名,都道府県,市区町村,町名番地,建物名,住所（自宅）,本社住所",
      "みどり,香川県,高松市,番町1-1,番町ビル,,",
      "ふじ,,,,,高松市天神前2,高松市番町3",
    ),
    businesses: [
      { ...midori, facts: { address: "香川県高松市番町1-1番町ビル", municipality: "37201" } },
      { ...fuji, facts: { address: "高松市天神前2", municipality: "37201", note: "本社住所: 高松市番町3" } },
    ],
    told: ["COLUMN_TWICE G1"],
  },
  {
    dirt: "the unit of capital stands above the table",
    file: "a.csv",
    bytes: text("会員名簿,（単位：千円）", "会社名,資本金", "みどり,3000", "ふじ,500万円"),
    businesses: [
      { ...midori, facts: { capitalYen: 3_000_000 } },
      { ...fuji, facts: { capitalYen: 5_000_000 } },
    ],
    told: ["CAPITAL_UNIT_FROM_TITLE"],
  },
  {
    dirt: "running numbers, breakdowns and readings of persons stand among its columns",
    file: "a.csv",
    bytes: text(
      "No.,会社名,フリガナ,代表者名,フリガナ,従業員数,うちパート",
      "1,みどり,ミドリ,山田　太郎,ヤマダ タロウ,5,2",
    ),
    businesses: [{ ...midori, nameKana: "ミドリ", facts: { representative: "山田　太郎", employees: 5 } }],
    told: ["COLUMN_NOT_KEPT A1", "COLUMN_NOT_KEPT E1", "COLUMN_NOT_KEPT G1"],
  },
  {
    dirt: "its head counts include officers",
    file: "a.csv",
    bytes: text("会社名,従業員数（役員含む）", "みどり,5"),
    businesses: [{ ...midori, facts: { employees: 5 }, about: ["employees"] }],
  },
  {
    dirt: "T numbers stand for corporate numbers, of sole proprietors too",
    file: "a.csv",
    bytes: text(
      "会社名,登録番号,法人番号",
      "㈱みどり,T7123456789012,",
      "ふじ,T7123456789012,",
      "㈱さくら,,Ｔ2010005005900",
    ),
    businesses: [
      { name: "㈱みどり", corporateNumber: "7123456789012" },
      fuji,
      { name: "㈱さくら", corporateNumber: "2010005005900" },
    ],
    told: ["INVOICE_NUMBER_NOT_USED B3"],
  },
  {
    dirt: "a form numbers its items and asks politely",
    file: "a.csv",
    bytes: text(
      "1. 貴社名,2. 代表者のお名前,3. ご担当者様のお名前,(4) 従業員数,⑤現在困っていること（当てはまるものをすべて選択）,6. 後継者はいますか",
      'みどり,山田太郎,鈴木花子,6〜20人,"人手不足, その他：駐車場",いる',
    ),
    businesses: [
      {
        ...midori,
        facts: {
          representative: "山田太郎",
          contactPerson: "鈴木花子",
          employees: 20,
          needs: [NEEDS.labour, ["その他:駐車場", 1]],
          successor: "yes",
        },
        about: ["employees"],
      },
    ],
  },
  {
    dirt: "title and name, telephone and fax share a column, and issues have several",
    file: "a.csv",
    bytes: text(
      "会社名,代表者職氏名,TEL/FAX,課題①,課題②",
      "みどり,代表取締役　山田　太郎,087-000-0001/087-000-0002,人手不足,資金繰り",
      "ふじ,藤　一郎,087-000-0003,,",
    ),
    businesses: [
      {
        ...midori,
        facts: {
          representative: "山田　太郎",
          representativeTitle: "代表取締役",
          phone: "087-000-0001",
          fax: "087-000-0002",
          needs: [NEEDS.labour, NEEDS.funds],
        },
      },
      { ...fuji, facts: { representative: "藤　一郎", phone: "087-000-0003" } },
    ],
  },
  {
    dirt: "it is a list of cooperatives",
    file: "a.csv",
    bytes: text("組合名,設立年月日,組合員数,理事長,事務局所在地", "みどり協同組合,S40.5.1,25,山田太郎,高松市番町1"),
    businesses: [
      {
        name: "みどり協同組合",
        facts: { established: "1965-05-01", representative: "山田太郎", address: "高松市番町1", municipality: "37201" },
      },
    ],
    told: ["COLUMN_UNKNOWN C1"],
  },
  {
    dirt: "it names a cooperative beside each business",
    file: "a.csv",
    bytes: text("会社名,組合名", "みどり,香川鉄工組合"),
    businesses: [{ ...midori, facts: { memberships: ["香川鉄工組合"] } }],
  },
  {
    dirt: "its head counts are parted below one header",
    file: "a.csv",
    bytes: text("会社名,従業員数,,備考", ",正社員,パート,", "みどり,5,3,常連"),
    businesses: [{ ...midori, facts: { employees: 5, note: "常連" } }],
    told: ["COLUMN_NOT_KEPT C1"],
  },
  {
    dirt: "it is the tax agency's, with kinds by number",
    file: "a.csv",
    bytes: text("corporate_number,name,kind,prefecture,city,street", "7123456789012,みどり,301,香川県,高松市,番町1"),
    businesses: [
      {
        ...midori,
        corporateNumber: "7123456789012",
        facts: { kind: "stock-company", address: "香川県高松市番町1", municipality: "37201" },
      },
    ],
  },
  {
    dirt: "registry numbers of twelve digits stand for corporate numbers",
    file: "a.csv",
    bytes: text("会社名,会社法人等番号", "みどり,123456789012"),
    businesses: [{ ...midori, corporateNumber: "7123456789012" }],
  },
  {
    dirt: "a column has no header, and one nobody knows",
    file: "a.csv",
    bytes: text("会社名,,血液型,", "みどり,要連絡,A,"),
    businesses: [midori],
    told: ["COLUMN_WITHOUT_HEADER B2", "COLUMN_UNKNOWN C1"],
  },
  {
    dirt: "an answer of a survey was ticked on a form, and people wrote beside it",
    file: "a.csv",
    bytes: text(
      "貴社名をご記入ください,問3 経営課題（複数回答可） [人手不足],問3 経営課題（複数回答可） [資金繰り],問3 経営課題（複数回答可） [その他（自由記述）]",
      "みどり,○,1,駐車場がない",
      "ふじ,,0,",
    ),
    businesses: [{ ...midori, facts: { needs: [NEEDS.labour, NEEDS.funds, ["駐車場がない", 1]] } }, fuji],
  },
  {
    dirt: "a form exports several answers in one cell",
    file: "a.csv",
    bytes: text("事業者名,問3（複数回答可）", 'みどり,"人手不足, 資金繰り"'),
    businesses: [{ ...midori, facts: { needs: [NEEDS.labour, NEEDS.funds] } }],
    told: ["QUESTION_TAKEN_AS_NEEDS B1"],
  },
  {
    dirt: "answers have a column each, under their merged question",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([
        ["会社名", "問3 困りごと（複数回答可）", "", "", "備考"],
        ["", "人手不足", "資金繰り", "その他", ""],
        ["みどり", "○", "", "○", "常連"],
        ["ふじ", "", 1, "", ""],
      ]);
      for (const range of ["A1:A2", "B1:D1", "E1:E2"]) sheet.mergeCells(range);
    }),
    businesses: [
      { ...midori, facts: { needs: [NEEDS.labour, ["K99", 1]], note: "常連" } },
      { ...fuji, facts: { needs: [NEEDS.funds] } },
    ],
  },
  {
    dirt: "the twelve months have a column each",
    file: "a.csv",
    bytes: text(
      `会社名,月別負荷${",".repeat(12)}備考`,
      `,${Array.from({ length: 12 }, (_, month) => `${month + 1}月`).join(",")},`,
      "みどり,3,3,4,5,6,6,4,3,3,4,5,4.5,",
    ),
    businesses: [{ ...midori, facts: { monthlyLoad: [30, 30, 40, 50, 60, 60, 40, 30, 30, 40, 50, 45] } }],
  },
];
