using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.People;

/// <summary>A school (โรงเรียน) of an office, by its code at the ministry.</summary>
public sealed class School : Entity
{
    private School() { }

    /// <param name="code">A code as <see cref="CodeOf"/> returns it.</param>
    public School(string code) => Code = code;

    public Guid OfficeId { get; private set; }

    public Office Office { get; private set; } = null!;

    /// <summary>Digits as text: a code may begin with zeros.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name of the district (อำเภอ), if known.</summary>
    public string? District { get; private set; }

    public Guid? NetworkId { get; private set; }

    public SchoolNetwork? Network { get; private set; }

    /// <summary>The person who leads the school.</summary>
    public Guid? DirectorId { get; private set; }

    /// <summary>A code with Arabic digits; null if the text is no code, which has 6 to 10 digits.</summary>
    public static string? CodeOf(string text)
    {
        var code = ThaiNumber.ToArabicDigits(text.Trim());
        return code.Length is >= 6 and <= 10 && code.All(char.IsAsciiDigit) ? code : null;
    }

    public void Describe(Guid officeId, string name, string? district, Guid? networkId, Guid? directorId) =>
        (OfficeId, Name, District, NetworkId, DirectorId) = (officeId, name, district, networkId, directorId);
}
