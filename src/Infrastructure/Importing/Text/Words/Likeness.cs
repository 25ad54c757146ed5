using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The similarity of two names.</summary>
internal static class Likeness
{
    /// <summary>Names with at least this similarity are considered the same.</summary>
    public const double Same = 0.8;

    /// <summary>The number of compared characters.</summary>
    private const int Compared = 300;

    /// <summary>
    /// 1 for equal texts, 0 for texts with nothing in common: 1 − edit distance / length of the longer one.
    /// </summary>
    public static double Of(string one, string other)
    {
        if (one == other)
            return 1;
        one = one[..Math.Min(Compared, one.Length)];
        other = other[..Math.Min(Compared, other.Length)];
        var longest = Math.Max(one.Length, other.Length);
        return longest == 0 ? 1 : 1 - ((double)EditDistance.Between(one, other) / longest);
    }

    /// <summary>The most that the similarity of two texts of these lengths can be.</summary>
    public static double AtMost(int one, int other)
    {
        var (shorter, longer) = (Math.Min(Compared, Math.Min(one, other)), Math.Min(Compared, Math.Max(one, other)));
        return longer == 0 ? 1 : (double)shorter / longer;
    }
}
