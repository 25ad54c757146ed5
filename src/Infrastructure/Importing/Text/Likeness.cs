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
        return longest == 0 ? 1 : 1 - ((double)Distance(one, other) / longest);
    }

    private static int Distance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, substituted);
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
