using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>Lists of staff as offices really have them: each gives the right people, or the right faults, in every form of file.</summary>
public sealed class MessyListTests
{
    /// <summary>Lists by name: rows in lines, cells separated by |, and below "=>" what comes of it.</summary>
    public static TheoryData<string> Lists => [.. Cases.Keys];

    private static readonly Dictionary<string, string> Cases = MessyLists
        .Text.Split("##", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(one => one[..one.IndexOf('\n')].Trim(), one => one[(one.IndexOf('\n') + 1)..]);

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_gives_what_it_says_and_again_nothing(string name)
    {
        var parts = Cases[name].Split("\n=>\n");
        var expected = string.Join('\n', parts[^1].Trim().Split('\n').Select(line => line.Trim()));
        foreach (var (dress, make) in Table.Dresses)
        {
            var registry = new Registry();
            var told = "";
            foreach (var list in parts[..^1])
                told = Told(registry, make(RowsOf(list)));
            (told == expected).ShouldBeTrue($"{dress}\n{told}\nand not\n{expected}");
            if (told.StartsWith("refused", StringComparison.Ordinal))
                continue;
            var state = registry.State;
            registry.Import(make(RowsOf(parts[^2]))).Value.ShouldBe(0, dress);
            registry.State.ShouldBe(state, dress);
        }
    }

    private static string Told(Registry registry, byte[] file)
    {
        var result = registry.Import(file);
        return result.Succeeded
            ? string.Join('\n', registry.Told.Select(line => line.Trim()).Order(StringComparer.Ordinal))
            : $"refused {string.Join("; ", ((StaffFileRefused)result.Error!).Faults.Select(fault => $"{fault.Row} {fault.Column}".Trim()))}".TrimEnd();
    }

    private static string[][] RowsOf(string list) =>
        [
            .. list.Trim('\n')
                .Split('\n')
                .Select(line =>
                    line.Split('|').Select(cell => cell.Trim().Replace("\\n", "\n", StringComparison.Ordinal)).ToArray()
                ),
        ];
}
