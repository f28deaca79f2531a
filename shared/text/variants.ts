/*
 * 異体字: letters that names are written with in several ways (髙橋, 高橋). Each group begins with the one that
 * stands for all of them where words are looked for; what NFKC makes one already (神, 塚) is not in it.
 */
const GROUPS = [
  '高髙 崎﨑嵜碕 辺邊邉 斎斉齊齋 浜濵濱 沢澤 滝瀧 広廣 国國 桜櫻 真眞 島嶋嶌 恵惠 徳德 富冨 峰峯 昇曻 槙槇',
  '栄榮 寿壽 竜龍 渋澁 淵渕 関關 条條 円圓 来來 実実實 宝寶 礼禮 豊豐 村邨 橋槗 館舘 桧檜 鶴靏靎 鴎鷗 篭籠',
  '遥遙 穂穗 弥彌 万萬 与與 学學 会會 県縣 区區 医醫 芸藝 総總 体體 発發 弁辨瓣辯 余餘 塩鹽 鉄鐵 亀龜 齢齡',
  '静靜 顕顯 頬頰 麹麴 剥剝 填塡 嘘噓 繋繫 掴摑 黒黑 歩步 毎每 清淸 内內 呉吳 姫姬 晋晉 増增 寛寬 巌巖 柳栁',
  '教敎 曽曾 柏栢 梅楳 狭狹 禄祿 稲稻 緒緖 縁緣 翠翆 荘莊 薫薰 蔵藏 郎郞 隠隱 髪髮 黄黃 概槪 産產 即卽 既旣',
  '薮藪 桑桒 瀬瀨 頼賴 戸戶 涼凉 予豫 団團 図圖 声聲 変變 旧舊 権權 歴歷 経經 続續 説說 読讀 議议 釈釋 鋭銳',
]
  .join(' ')
  .split(' ');

/** Each variant of one unit, with the letter that stands for it. */
export const VARIANTS: readonly (readonly [variant: string, letter: string])[] = GROUPS.flatMap(
  (group) => {
    const [first = '', ...others] = group;
    return others.filter((other) => other !== first).map((other) => [other, first] as const);
  },
);

/** Variants outside of the basic plane, two units each: 𠮷野, 𣘺本. */
export const WIDE_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['\u{20bb7}', '吉'],
  ['\u{20b9f}', '叱'],
  ['\u{2363a}', '橋'],
]);
