using System.Globalization;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Whatever is asked, by whom, and however its values are given: the answer is what plain loops over all rows come to. A longer run:
/// READ_REQUESTS=5000; the same requests again: READ_SEED=number of the message.
/// </summary>
[Collection(nameof(MixedData))]
public sealed class ReadPropertyTests(MixedData data)
{
    private const int Requests = 250;
    private const int MostTold = 5;

    private static readonly string[] Limits =
    [
        "COST_EXCEEDED",
        "RESULT_TOO_LARGE",
        "FILTER_TOO_LARGE",
        "UNBOUNDED_LIST",
    ];

    public static TheoryData<string> Callers => [.. MixedCallers.Names];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Any_request_is_answered_as_by_looking_at_every_row(string caller)
    {
        var seed = Setting("READ_SEED") ?? Random.Shared.Next();
        var values = data.ValuesOf(caller);
        var naive = new NaiveReads(values);
        var everything = data.Everything;
        using var client = data.Service.ClientOf(caller);
        var wrong = new List<string>();
        var (answered, refused, empty) = (0, 0, 0);
        for (
            var i = 0;
            i < (Setting("READ_REQUESTS") ?? Requests) && wrong.Count < (Setting("READ_TOLD") ?? MostTold);
            i++
        )
        {
            var dice = new Random(seed + i);
            var pool = new ValuePool(everything, dice);
            var inputs = new InputMaker(data.Schema, data.Models, pool, dice, values.Allows);
            var asked = new RequestMaker(data.Schema, data.Models, pool, inputs, dice, values.Allows).Make();
            var (query, variables) = new RequestText((GivenAs)dice.Next(4), dice).Write(asked);
            var answer = await data.Service.AskAsync(query, variables, client);
            if (Answers.Codes(answer).Any(Limits.Contains))
                continue;
            var expected = naive.Answer(asked);
            var difference = Wrong(expected, naive.Errors, answer);
            (answered, refused, empty) = (
                answered + 1,
                refused + (naive.Errors.Count > 0 ? 1 : 0),
                empty + (answer.ToString().Contains(":[]", StringComparison.Ordinal) ? 1 : 0)
            );
            if (difference is not null)
                wrong.Add(
                    $"READ_SEED={seed + i}\n{query}\n{JsonSerializer.Serialize(variables)}\n{Short(answer)}\n{difference}"
                );
        }

        wrong.ShouldBeEmpty($"{seed}\n{string.Join("\n\n", wrong)}");
        answered.ShouldBeGreaterThan(Requests / 2);
        refused.ShouldBeLessThan(answered / 2, "most requests are answered");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{answered} answered, of which {refused} with errors and {empty} with empty lists"
        );
    }

    /// <summary>Data must be the same; of errors, whether there are any and that one is of a kind that was expected.</summary>
    private static string? Wrong(object? expected, List<string> errors, JsonElement answer)
    {
        var codes = Answers.Codes(answer);
        var told = "";
        if (
            codes.Count > 0 != errors.Count > 0
            || codes.Any(code => !errors.Exists(one => code.StartsWith(one, StringComparison.Ordinal)))
        )
            told =
                $"errors: {string.Join(' ', errors)} were expected, not {(answer.TryGetProperty("errors", out var given) ? given : "none")}\n";
        if (!answer.TryGetProperty("data", out var data))
            return $"{told}there are no data";
        if (Answers.Difference(expected, data) is { } difference)
            told += difference;
        return told.Length == 0 ? null : told;
    }

    private static string Short(JsonElement answer) =>
        answer.ToString() is var text && text.Length > 2000 ? text[..2000] : text;

    /// <summary>A number that an environment variable sets; null if it sets none.</summary>
    internal static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
