using System.Buffers;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Parts of patterns for the titles that names of persons begin with.</summary>
internal static class PersonTitles
{
    /// <summary>What is in every text with one of the titles, to find out quickly that a text has none.</summary>
    public static readonly SearchValues<string> Beginnings = SearchValues.Create(
        ["นาย", "นาง", "น.ส."],
        StringComparison.Ordinal
    );

    /// <summary>"นาย", "นางสาว", "นาง" and "น.ส.", but not the "นาย" of positions such as "นายก" and "นายแพทย์".</summary>
    public const string Usual = @"นาย(?!ก|ช่าง|แพทย์|ทะเบียน|อำเภอ|ตรวจ|สถานี)|นางสาว|นาง|น\.ส\.";
}
