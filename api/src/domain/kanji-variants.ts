/**
 * Characters people write either way, each group headed by the form in daily use: old forms (旧字体) of the jōyō kanji,
 * and the variants met in names of persons, firms and places. Unicode's own folding (NFKC) leaves them apart.
 */
const GROUPS = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 稲稻 飲飮 隠隱 営營 栄榮 衛衞 駅驛 円圓 塩鹽 縁緣 応應 欧歐 殴毆 桜櫻 奥奧 横橫
温溫 穏穩 仮假 価價 画畫 会會 壊壞 懐懷 絵繪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 勧勸 巻卷 寛寬 歓歡 観觀 関關 陥陷 巌巖
気氣 帰歸 既旣 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 狭狹 挟挾 郷鄕鄉 暁曉 教敎 区區 駆驅 勲勳 薫薰 群羣
径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劒劔釼 険險 圏圈 検檢 献獻 権權
顕顯 験驗 厳嚴 呉吳 娯娛 効效 広廣 恒恆 鉱鑛 号號 国國圀囯 黒黑 砕碎 済濟 斎齋 斉齊 剤劑 冊册 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊
残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 写寫 舎舍 釈釋 寿壽 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 将將 称稱
渉涉 焼燒 証證 奨獎 条條 状狀 乗乘 浄淨 剰剩 畳疊疉 縄繩 壌壤 嬢孃 譲讓 醸釀 嘱囑 触觸 寝寢 慎愼 晋晉 真眞 尽盡 図圖 粋粹
酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 青靑 清淸 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 選選 繊纖 禅禪
双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 体體 対對 帯帶 滞滯 台臺 滝瀧
択擇 沢澤 担擔 単單 胆膽 団團 弾彈 断斷 痴癡 遅遲 昼晝 虫蟲 鋳鑄 庁廳 徴徵 聴聽 鎮鎭 逓遞 鉄鐵鉃鐡 転轉 点點 伝傳 灯燈
当當 党黨 盗盜 稲稻 闘鬪 徳德 独獨 読讀 届屆 縄繩 弐貳 妊姙 粘黏 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 蛮蠻
秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝 塀塀 変變 辺邊邉 弁辨瓣辯 舗舖 歩步 穂穗 宝寶 豊豐 翻飜 毎每 満滿 万萬 黙默 弥彌
訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 塁壘 涙淚 励勵 礼禮 霊靈 隷隸 齢齡
恋戀 炉爐 労勞 郎郞 楼樓 録錄 湾灣 内內 姉姊 税稅 説說 脱脫 悦悅 鋭銳 閲閱 巌嵒
高髙 崎﨑嵜碕 島嶋嶌 柳栁 吉𠮷 富冨 峰峯 館舘 桑桒 桧檜 梼檮 槙槇 曽曾 梅楳 野埜 橋槗𣘺 喜㐂 秋秌 昇曻 昂昻 園薗 芦蘆
尭堯 遥遙 瑶瑤 亘亙 穣穰 凛凜 萌萠 熙煕 祢禰 涛濤 薮藪籔 枡桝 籠篭 竈竃 麺麵麪 餅餠 臈﨟 頬頰 鴎鷗 繋繫 麹麴
杉椙 松枩 淵渕渊 珎珍 鶴靏靍 杯盃 鞆靹 俣俁 舩船 鎌鐮 蛎蠣 蝋蠟 砺礪 祷禱 屏屛 弯彎 掴摑 填塡 顛顚 醤醬
`;

/** Old or variant form → the form in daily use. */
export const KANJI_VARIANTS: ReadonlyMap<string, string> = new Map(
  GROUPS.split(/\s+/u)
    .filter((group) => group !== "")
    .flatMap((group) => {
      const [plain = "", ...variants] = group;
      return variants.filter((variant) => variant !== plain).map((variant) => [variant, plain] as const);
    }),
);
