using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// Collects faults while a document is traversed, each under its path, until there are too many or the check is cancelled.
/// </summary>
internal sealed class FaultList
{
    private readonly string path;
    private readonly List<PlanFault> found;
    private readonly CancellationToken cancellation;

    public FaultList(CancellationToken cancellation)
        : this("", [], cancellation) { }

    private FaultList(string path, List<PlanFault> found, CancellationToken cancellation) =>
        (this.path, this.found, this.cancellation) = (path, found, cancellation);

    public IReadOnlyList<PlanFault> Found => found;

    private bool IsFull => found.Count >= PlanFileRefused.MostCounted;

    public FaultList In(string key) => new($"{path}/{key}", found, cancellation);

    public void Add(string english, string thai)
    {
        if (!IsFull)
            found.Add(new PlanFault(path, new LocalText(english, thai)));
    }

    /// <summary>The items of a list with their positions.</summary>
    public IEnumerable<(T Item, FaultList At)> Each<T>(string key, IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count && !IsFull; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (items[i], In($"{key}/{i}"));
        }
    }

    /// <summary>Adds a fault for an item whose key an earlier item has.</summary>
    public void Unique<T, TKey>(string list, IReadOnlyList<T> items, Func<T, TKey> keyOf, string? keyName = null)
    {
        var first = new Dictionary<object, int>();
        for (var i = 0; i < items.Count && !IsFull; i++)
        {
            var key = (object)keyOf(items[i])!;
            if (!first.TryAdd(key, i))
            {
                var place = keyName is null ? $"{list}/{i}" : $"{list}/{i}/{keyName}";
                var shown = key.ToString()!.Replace('\n', '|');
                In(place)
                    .Add(
                        $"'{shown}' is already used by item {first[key]} of this list.",
                        $"“{shown}” ซ้ำกับรายการลำดับ {first[key]} ในชุดเดียวกัน"
                    );
            }
        }
    }

    public void Known(string key, int? number, IReadOnlySet<int> known, LocalText what)
    {
        if (number is { } value && !known.Contains(value))
            In(key)
                .Add(
                    $"no {what.English} in this file has the number {value}.",
                    $"ไม่มี{what.Thai}หมายเลข {value} ในไฟล์นี้"
                );
    }

    public void Decimals(string key, decimal? value, int places)
    {
        if (value is { } number && decimal.Round(number, places) != number)
            In(key).Add($"{number} has more than {places} decimals.", $"{number} มีทศนิยมเกิน {places} ตำแหน่ง");
    }
}
