using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events.After;

/// <summary>How a mean of scores is put into words, from a day on, and who says so.</summary>
public sealed class SatisfactionScale : Entity
{
    private readonly List<SatisfactionBand> bands = [];

    private SatisfactionScale() { }

    /// <param name="bands">The names of the bands, the lowest first, each with the lowest mean that has it.</param>
    public SatisfactionScale(DateOnly validFrom, string source, IEnumerable<(string Name, decimal Lowest)> bands)
    {
        (ValidFrom, Source) = (validFrom, source);
        this.bands.AddRange(bands.Select((band, index) => new SatisfactionBand(Id, index + 1, band.Name, band.Lowest)));
    }

    /// <summary>The first day; it is in use until the next scale is.</summary>
    public DateOnly ValidFrom { get; private init; }

    /// <summary>The document that defines it.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The lowest of them has every mean that no other one has.</summary>
    public IReadOnlyList<SatisfactionBand> Bands => bands;

    /// <summary>The band of a mean before it is rounded.</summary>
    public SatisfactionBand BandOf(ScoreTally tally)
    {
        var fromHighest = bands.OrderByDescending(band => band.Lowest).ToList();
        return fromHighest.Find(band => tally.Reaches(band.Lowest)) ?? fromHighest[^1];
    }
}

/// <summary>A range of means.</summary>
public sealed class SatisfactionBand : Entity
{
    private SatisfactionBand() { }

    internal SatisfactionBand(Guid scaleId, int number, string name, decimal lowest) =>
        (ScaleId, Number, Name, Lowest) = (scaleId, number, name, lowest);

    public Guid ScaleId { get; private init; }

    public SatisfactionScale Scale { get; private init; } = null!;

    /// <summary>1 for the lowest.</summary>
    public int Number { get; private init; }

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The lowest mean that has it.</summary>
    public decimal Lowest { get; private init; }
}
