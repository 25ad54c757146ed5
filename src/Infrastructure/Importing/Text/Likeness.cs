using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>How much alike two names are.</summary>
internal static class Likeness
{
    /// <summary>From here on, two spellings are taken for one name.</summary>
    public const double Same = 0.8;

    /// <summary>How many characters of a name are compared.</summary>
    private const int Compared = 300;

    /// <summary>1 for the same text, 0 for nothing in common: 1 − edit distance / length of the longer.</summary>
    public static double Of(string one, string other)
    {
        if (one == other)
            return 1;
        one = one[..Math.Min(Compared, one.Length)];
        other = other[..Math.Min(Compared, other.Length)];
        var longest = Math.Max(one.Length, other.Length);
        return longest == 0 ? 1 : 1 - ((double)EditDistance.Between(one, other) / longest);
    }
}
