-- The titles and ranks before a name, as the service reads them (NameTitles): ranks are taken whole, พ.อ.อ. and not พ.อ.
CREATE OR REPLACE FUNCTION name_without_title(printed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(btrim(fold_text(printed), E' .,;\t\n'),
    '^(((ว่าที่\s?)?(พล\.\s?([รอต]\.\s?)?[อทต]\.|(พ\.\s?[อจต]|ร\.\s?ต|[จส]\.\s?[สต]|[พรจสน])\.\s?[อทต]\.|ด\.\s?ต\.|(พันจ่า|จ่าสิบ|จ่า|สิบ|ร้อย|พัน|เรือ|นาวา|พล(?=ตำรวจ|อากาศ|เรือ))(ตำรวจ|อากาศ|เรือ)?(เอก|โท|ตรี)|จ่าสิบตำรวจ|(นาย)?ดาบตำรวจ|พลทหาร|พลตำรวจ)(หญิง(?!\s)|\s*หญิง(?=\s+\S+\s+\S))?|นางสาว|นายแพทย์|นาง|นาย|น\.?\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง|((ผู้ช่วย|รอง)?ศาสตราจารย์)|ดร(\.|\s)|ผศ\.|รศ\.|ศ\.|ว่าที่|หม่อมหลวง|หม่อมราชวงศ์|ม\.\s?ล\.|ม\.\s?ร\.\s?ว\.|แพทย์หญิง|(นพ|พญ|ทพญ?|ภก|ภญ)\.|พระครู|พระมหา|(mrs|mr|miss|ms|dr|prof)(\.|\s))\s*(?=[ก-ฮเ-ไa-z]))+',
    '');
-- Columns that are generated from it change only with their row.
UPDATE held_names SET name = name
WHERE name_key IS DISTINCT FROM name_key(name) COLLATE "C" OR given_key IS DISTINCT FROM given_name_key(name) COLLATE "C";
UPDATE staff_members SET name = name WHERE name_key IS DISTINCT FROM name_key(name) COLLATE "C";
