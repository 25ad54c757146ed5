namespace TeacherDevPlan.Domain.Offices;

/// <param name="Code">ISO 3166-2: "TH-43".</param>
/// <param name="Abbreviation">The two letters used in official letters and file numbers.</param>
public sealed record Province(string Code, string Name, string Abbreviation);

/// <summary>The provinces of Thailand (จังหวัด).</summary>
public static class Provinces
{
    public static readonly IReadOnlyList<Province> All =
    [
        new("TH-10", "กรุงเทพมหานคร", "กท"),
        new("TH-11", "สมุทรปราการ", "สป"),
        new("TH-12", "นนทบุรี", "นบ"),
        new("TH-13", "ปทุมธานี", "ปท"),
        new("TH-14", "พระนครศรีอยุธยา", "อย"),
        new("TH-15", "อ่างทอง", "อท"),
        new("TH-16", "ลพบุรี", "ลบ"),
        new("TH-17", "สิงห์บุรี", "สห"),
        new("TH-18", "ชัยนาท", "ชน"),
        new("TH-19", "สระบุรี", "สบ"),
        new("TH-20", "ชลบุรี", "ชบ"),
        new("TH-21", "ระยอง", "รย"),
        new("TH-22", "จันทบุรี", "จบ"),
        new("TH-23", "ตราด", "ตร"),
        new("TH-24", "ฉะเชิงเทรา", "ฉช"),
        new("TH-25", "ปราจีนบุรี", "ปจ"),
        new("TH-26", "นครนายก", "นย"),
        new("TH-27", "สระแก้ว", "สก"),
        new("TH-30", "นครราชสีมา", "นม"),
        new("TH-31", "บุรีรัมย์", "บร"),
        new("TH-32", "สุรินทร์", "สร"),
        new("TH-33", "ศรีสะเกษ", "ศก"),
        new("TH-34", "อุบลราชธานี", "อบ"),
        new("TH-35", "ยโสธร", "ยส"),
        new("TH-36", "ชัยภูมิ", "ชย"),
        new("TH-37", "อำนาจเจริญ", "อจ"),
        new("TH-38", "บึงกาฬ", "บก"),
        new("TH-39", "หนองบัวลำภู", "นภ"),
        new("TH-40", "ขอนแก่น", "ขก"),
        new("TH-41", "อุดรธานี", "อด"),
        new("TH-42", "เลย", "ลย"),
        new("TH-43", "หนองคาย", "นค"),
        new("TH-44", "มหาสารคาม", "มค"),
        new("TH-45", "ร้อยเอ็ด", "รอ"),
        new("TH-46", "กาฬสินธุ์", "กส"),
        new("TH-47", "สกลนคร", "สน"),
        new("TH-48", "นครพนม", "นพ"),
        new("TH-49", "มุกดาหาร", "มห"),
        new("TH-50", "เชียงใหม่", "ชม"),
        new("TH-51", "ลำพูน", "ลพ"),
        new("TH-52", "ลำปาง", "ลป"),
        new("TH-53", "อุตรดิตถ์", "อต"),
        new("TH-54", "แพร่", "พร"),
        new("TH-55", "น่าน", "นน"),
        new("TH-56", "พะเยา", "พย"),
        new("TH-57", "เชียงราย", "ชร"),
        new("TH-58", "แม่ฮ่องสอน", "มส"),
        new("TH-60", "นครสวรรค์", "นว"),
        new("TH-61", "อุทัยธานี", "อน"),
        new("TH-62", "กำแพงเพชร", "กพ"),
        new("TH-63", "ตาก", "ตก"),
        new("TH-64", "สุโขทัย", "สท"),
        new("TH-65", "พิษณุโลก", "พล"),
        new("TH-66", "พิจิตร", "พจ"),
        new("TH-67", "เพชรบูรณ์", "พช"),
        new("TH-70", "ราชบุรี", "รบ"),
        new("TH-71", "กาญจนบุรี", "กจ"),
        new("TH-72", "สุพรรณบุรี", "สพ"),
        new("TH-73", "นครปฐม", "นฐ"),
        new("TH-74", "สมุทรสาคร", "สค"),
        new("TH-75", "สมุทรสงคราม", "สส"),
        new("TH-76", "เพชรบุรี", "พบ"),
        new("TH-77", "ประจวบคีรีขันธ์", "ปข"),
        new("TH-80", "นครศรีธรรมราช", "นศ"),
        new("TH-81", "กระบี่", "กบ"),
        new("TH-82", "พังงา", "พง"),
        new("TH-83", "ภูเก็ต", "ภก"),
        new("TH-84", "สุราษฎร์ธานี", "สฎ"),
        new("TH-85", "ระนอง", "รน"),
        new("TH-86", "ชุมพร", "ชพ"),
        new("TH-90", "สงขลา", "สข"),
        new("TH-91", "สตูล", "สต"),
        new("TH-92", "ตรัง", "ตง"),
        new("TH-93", "พัทลุง", "พท"),
        new("TH-94", "ปัตตานี", "ปน"),
        new("TH-95", "ยะลา", "ยล"),
        new("TH-96", "นราธิวาส", "นธ"),
    ];

    /// <summary>The province with this name, or null.</summary>
    public static Province? Named(string name) => All.FirstOrDefault(province => province.Name == name.Trim());

    /// <summary>The province whose name a text begins with, or null.</summary>
    public static Province? AtStartOf(string text) =>
        All.Where(province => text.StartsWith(province.Name, StringComparison.Ordinal))
            .MaxBy(province => province.Name.Length);
}
