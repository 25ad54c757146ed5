namespace TeacherDevPlan.Domain.Common;

/// <summary>Measures the difference between two texts.</summary>
public static class EditDistance
{
    /// <summary>
    /// The number of letters to insert, delete or replace to turn one text into the other (Levenshtein distance).
    /// </summary>
    public static int Between(string one, string other)
    {
        var distances = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var letter = one[i];
            var (before, last) = (distances[0], i + 1);
            distances[0] = last;
            for (var j = 0; j < other.Length; j++)
            {
                var exchanged = letter == other[j] ? before : before + 1;
                before = distances[j + 1];
                last = Math.Min(exchanged, Math.Min(before, last) + 1);
                distances[j + 1] = last;
            }
        }

        return distances[other.Length];
    }

    /// <summary>Whether the distance is at most this many letters; stops early if it is larger.</summary>
    public static bool IsWithin(string one, string other, int letters)
    {
        if (Math.Abs(one.Length - other.Length) > letters)
            return false;
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            Array.Fill(current, letters + 1);
            if (i <= letters)
                current[0] = i;
            for (var j = Math.Max(1, i - letters); j <= Math.Min(other.Length, i + letters); j++)
            {
                var exchanged = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(exchanged, Math.Min(previous[j], current[j - 1]) + 1);
            }

            if (current.Min() > letters)
                return false;
            previous = current;
        }

        return previous[other.Length] <= letters;
    }
}
