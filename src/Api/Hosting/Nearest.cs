namespace TeacherDevPlan.Api.Hosting;

/// <summary>Finds the known name that an unknown one was probably meant to be.</summary>
internal static class Nearest
{
    /// <summary>
    /// The known name with the smallest number of inserted, removed and replaced characters, and that number. Upper and
    /// lower case are the same.
    /// </summary>
    public static (string Name, int Distance) Of(string name, IEnumerable<string> known) =>
        known.Select(one => (Name: one, Distance: Distance(name, one))).MinBy(one => one.Distance);

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
