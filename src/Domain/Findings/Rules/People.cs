using System.Numerics;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>A person as a plan names them.</summary>
/// <param name="Part">The owner of a project or the member of staff that has the name.</param>
/// <param name="Uses">In how many places the plan prints this name.</param>
internal sealed record Person(string Printed, object Part, int Uses)
{
    /// <summary>True for a woman's title, false for a man's; null where the title does not say.</summary>
    public bool? IsWoman { get; } = People.IsWoman(Printed);

    /// <summary>The name without the spaces in it.</summary>
    public string Letters { get; } = People.WithoutTitle(Printed).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A bit for each letter of the name: names that differ in few letters differ in few bits.</summary>
    public ulong Bits { get; } =
        People.WithoutTitle(Printed).Where(c => c != ' ').Aggregate(0UL, (bits, letter) => bits | 1UL << (letter % 64));

    public string First { get; } = People.WithoutTitle(Printed).Split(' ', 2)[0];

    public string Last { get; } = People.WithoutTitle(Printed).Split(' ', 2) is [_, var last] ? last : "";
}

/// <summary>The people a plan names: owners of projects and staff.</summary>
internal static partial class People
{
    public static IReadOnlyList<Person> Of(PlanFile plan)
    {
        var owners = plan
            .DevelopmentPlan.Projects.SelectMany(project => project.Owners)
            .GroupBy(owner => owner.Name)
            .Select(same => new Person(same.Key, same.First(), same.Count()))
            .ToList();
        var listed = owners.Select(owner => owner.Printed).ToHashSet();
        return [.. owners, .. plan.Office.Staff.Where(m => listed.Add(m.Name)).Select(m => new Person(m.Name, m, 0))];
    }

    public static string WithoutTitle(string printed) =>
        Spaces().Replace(Titles().Replace(printed.Replace(".", "", StringComparison.Ordinal).Trim(), ""), " ").Trim();

    public static bool? IsWoman(string printed) =>
        printed.TrimStart() switch
        {
            var name when name.StartsWith("นาง", StringComparison.Ordinal) => true,
            var name when name.StartsWith("นาย", StringComparison.Ordinal) => false,
            _ => null,
        };

    /// <summary>
    /// Whether two names are most likely one person's, spelt in two ways: the same first name with surnames that differ in a
    /// letter or two, or names that differ so little as a whole.
    /// </summary>
    public static bool AreLike(Person one, Person other)
    {
        const int letters = 2;
        if (BitOperations.PopCount(one.Bits ^ other.Bits) > 2 * letters)
            return false;
        if (one.IsWoman is { } woman && other.IsWoman is { } otherWoman && woman != otherWoman)
            return false;
        var (name, otherName) = (one.Letters, other.Letters);
        if (name == otherName)
            return true;
        if (one.First == other.First && one.Last.Length >= 5 && other.Last.Length >= 5)
            return EditDistance.IsWithin(one.Last, other.Last, letters);
        return Math.Min(name.Length, otherName.Length) >= 8 && EditDistance.IsWithin(name, otherName, letters);
    }

    [GeneratedRegex(
        @"^((ดร|ผศ|รศ|นางสาว|นส|นาง|นาย|ว่าที่\s*(ร้อยตรี|ร้อยโท|ร้อยเอก|รต|รท|รอ)(หญิง)?|(จ่าสิบ|สิบ|จ่า|พัน|ร้อย)(เอก|โท|ตรี)|จำเอก)\s*)+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Titles();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
