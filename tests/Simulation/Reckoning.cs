namespace TeacherDevPlan.Simulation;

/// <summary>Holds what the clients were told against what the ledger holds.</summary>
internal static class Reckoning
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["recordDisbursement"] = ["DISBURSEMENT"],
        ["reverseDisbursement"] = ["REVERSAL"],
        ["commitBudget"] = ["COMMITMENT"],
        ["releaseCommitment"] = ["COMMITMENT_RELEASED"],
        ["transferBudget"] = ["TRANSFER_IN", "TRANSFER_OUT"],
    };

    public static IEnumerable<string> Compare(
        IReadOnlyCollection<(Operation Operation, Outcome? Outcome)> log,
        IReadOnlyList<Entry> entries
    )
    {
        // A payment's reason is its note, which the clients do not use.
        var byKey = entries
            .Where(entry => entry.Kind != "PLANNED")
            .ToLookup(entry => entry.Reference ?? entry.Reason ?? "", entry => entry);
        foreach (var (operation, outcome) in log)
        {
            var found = byKey[operation.Key].ToList();
            var there = found.Count > 0;
            var whole =
                found.Select(entry => entry.Kind).Order().SequenceEqual(Kinds[operation.Mutation])
                && found.TrueForAll(entry => operation.Amount == 0 || entry.Amount == operation.Amount);
            if (there && !whole)
                yield return $"{operation.Mutation} {operation.Key} is there in parts or twice: {string.Join(", ", found)}";
            else if (outcome?.Id is { } id && !(there && found.TrueForAll(entry => entry.Made == id)))
                yield return $"{operation.Mutation} {operation.Key} was acknowledged as {id}: {string.Join(", ", found)}";
            else if (outcome?.Refusal is { } refusal && there)
                yield return $"{operation.Mutation} {operation.Key} was refused ({refusal}) and is there: {string.Join(", ", found)}";
        }

        var known = log.Select(one => one.Operation.Key).ToHashSet();
        foreach (var stray in byKey.Where(group => !known.Contains(group.Key)))
            yield return $"Nobody asked for {stray.Key}: {string.Join(", ", stray)}";
    }
}
