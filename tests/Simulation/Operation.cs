using System.Text.Json;

namespace TeacherDevPlan.Simulation;

/// <summary>What a client wants done: one mutation with one input under one key, which it may send more than once.</summary>
/// <param name="Key">The idempotency key. A refused operation may be followed by a corrected one under the same key.</param>
/// <param name="Mark">The reference or the reason in the ledger, of this operation alone: it finds the operation's entries.</param>
internal sealed record Operation(string Key, string Mark, string Mutation, object Input, string Result, decimal Amount)
{
    public string Document
    {
        get
        {
            var type = char.ToUpperInvariant(Mutation[0]) + Mutation[1..] + "Input";
            return $"mutation ($input: {type}!) {{ {Mutation}(input: $input) {{ {Result} {{ id }} errors {{ __typename ... on Error {{ message }} }} }} }}";
        }
    }

    /// <summary>The outcome that an answer tells; null where it tells none, because something failed.</summary>
    public Outcome? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || answer.TryGetProperty("errors", out _))
            return null;
        var payload = answer.GetProperty("data").GetProperty(Mutation);
        var result = payload.GetProperty(Result);
        return result.ValueKind == JsonValueKind.Object ? new Outcome(result.GetProperty("id").GetString()!, null)
            : result.ValueKind == JsonValueKind.Array
                ? new Outcome(
                    string.Join(' ', result.EnumerateArray().Select(one => one.GetProperty("id").GetString())),
                    null
                )
            : new Outcome(null, payload.GetProperty("errors")[0].GetProperty("__typename").GetString()!);
    }
}

/// <summary>Accepted with the id of what was made or changed, or several of them with blanks between them; or refused.</summary>
internal sealed record Outcome(string? Id, string? Refusal);
