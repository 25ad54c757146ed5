namespace TeacherDevPlan.Api.Tests;

/// <summary>A person with a name that no text has by chance.</summary>
internal sealed record RandomPerson(string Title, IReadOnlyList<string> Parts)
{
    private const string Consonants = "ฃฅฆฌฎฏฐฑฒฬ";

    /// <summary>Some that can be typed in several ways.</summary>
    private static readonly string[] Marks = ["", "ำ", "้ำ", "ิ์", "ู", "่า"];

    private static readonly string[] Titles = ["นาย", "นางสาว", "ว่าที่ร้อยตรี", ""];

    public string Printed => Title + string.Join(' ', Parts);

    public static RandomPerson Of(int seed)
    {
        var random = new Random(seed);
        var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Word(random));
        return new RandomPerson(Titles[seed % Titles.Length], [.. parts]);
    }

    /// <summary>The name as texts have it: with other titles, spaces and ways to type it, and with words around it.</summary>
    public IEnumerable<string> Spellings()
    {
        yield return Printed;
        yield return string.Join(' ', Parts);
        yield return "ผศ." + string.Join("  ", Parts) + "เป็นผู้ดูแล";
        yield return "โดยคุณ" + string.Join("\u00a0", Parts);
        yield return Title + string.Join("\n", Parts);
        yield return string.Join(' ', Parts.Select(part => part.Replace("้ำ", "ํ้า").Replace("ำ", "ํา")));
        yield return string.Join(' ', Parts.Select(part => part.Insert(1, "\u200b")));
    }

    private static string Word(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(3, 6))
                .Select(_ => Consonants[random.Next(Consonants.Length)] + Marks[random.Next(Marks.Length)])
        );
}
