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
        var byMark = entries
            .Where(entry => entry.Kind != "PLANNED")
            .ToLookup(entry => entry.Reference ?? entry.Reason ?? "", entry => entry);
        foreach (var (operation, outcome) in log)
        {
            var found = byMark[operation.Mark].ToList();
            var there = found.Count > 0;
            var whole =
                found.Select(entry => entry.Kind).Order().SequenceEqual(Kinds[operation.Mutation])
                && found.TrueForAll(entry => operation.Amount == 0 || entry.Amount == operation.Amount);
            if (there && !whole)
                yield return $"{operation.Mutation} {operation.Mark} is there in parts or twice: {string.Join(", ", found)}";
            else if (outcome?.Id is { } id && !(there && found.TrueForAll(entry => entry.Made == id)))
                yield return $"{operation.Mutation} {operation.Mark} was acknowledged as {id}: {string.Join(", ", found)}";
            else if (outcome?.Refusal is { } refusal && there)
                yield return $"{operation.Mutation} {operation.Mark} was refused ({refusal}) and is there: {string.Join(", ", found)}";
        }

        foreach (var key in log.Select(one => one.Operation).GroupBy(one => one.Key, one => one.Mark))
        {
            var done = key.Where(byMark.Contains).ToList();
            if (done.Count > 1)
                yield return $"Several operations were done under {key.Key}: {string.Join(", ", done)}";
        }

        var known = log.Select(one => one.Operation.Mark).ToHashSet();
        foreach (var stray in byMark.Where(group => !known.Contains(group.Key)))
            yield return $"Nobody asked for {stray.Key}: {string.Join(", ", stray)}";
    }

    /// <summary>Everything was recorded within the simulation, so a machine's wrong clock dated nothing.</summary>
    public static IEnumerable<string> Dates(
        IReadOnlyList<Entry> entries,
        DateTimeOffset started,
        DateTimeOffset ended
    ) =>
        entries
            .Where(entry => entry.RecordedAt < started || entry.RecordedAt > ended)
            .Select(entry => $"{entry} was not recorded between {started:O} and {ended:O}");
}
