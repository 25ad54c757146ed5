namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>The texts of invented development plans of single people.</summary>
internal static class PlannedTexts
{
    public static readonly string[] Goals =
    [
        "นำความรู้ไปออกแบบหน่วยการเรียนรู้อย่างน้อย ๑ หน่วยในภาคเรียน",
        "ผลสัมฤทธิ์ทางการเรียนของผู้เรียนสูงขึ้นร้อยละ ๓",
        "มีงานวิจัยในชั้นเรียนอย่างน้อย ๑ เรื่องต่อปีการศึกษา",
        "ใช้สื่อดิจิทัลในการจัดการเรียนรู้ทุกสัปดาห์",
        "ผ่านการประเมินตามข้อตกลงในการพัฒนางาน (PA)",
        "ปฏิบัติงานถูกต้องตามระเบียบและทันเวลา",
    ];

    public static readonly string[] Benefits =
    [
        "ผู้เรียนได้เรียนรู้เต็มตามศักยภาพ",
        "โรงเรียนมีสื่อและแผนการจัดการเรียนรู้ที่ใช้ร่วมกันได้",
        "งานของหน่วยงานมีคุณภาพและตรวจสอบได้",
    ];

    public static readonly string[] Supports =
    [
        "งบประมาณค่าลงทะเบียน",
        "วิทยากรพี่เลี้ยง",
        "เวลาสำหรับการอบรม",
        "คอมพิวเตอร์และอินเทอร์เน็ต",
    ];

    public static readonly string[] ReturnReasons =
    [
        "โปรดระบุเป้าหมายที่วัดผลได้",
        "ช่วงเวลาตรงกับการสอบปลายภาค โปรดปรับ",
        "โปรดเพิ่มเรื่องที่สอดคล้องกับแผนของโรงเรียน",
    ];

    public static readonly string[] Notes = ["ต้องการพัฒนาเพิ่มเติม", "ปฏิบัติได้และแนะนำผู้อื่นได้"];
}
