using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// How many persons of an office were of a kind on the last day of a quarter, or in it. It is settled once, after the quarter, and
/// never counted again.
/// </summary>
public sealed class PeopleFigure : Entity, IOfFiscalYear
{
    private PeopleFigure() { }

    public PeopleFigure(FigureCell cell, int fiscalYear, FiscalQuarter quarter, bool withheld)
    {
        (OfficeId, Subject, Kind, KindName) = (cell.OfficeId, cell.Subject, cell.Kind, cell.KindName);
        (FiscalYear, Quarter) = (fiscalYear, quarter);
        (People, Reached) = withheld ? ((int?)null, (int?)null) : (cell.People, cell.Reached?.Sum());
    }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public int FiscalYear { get; private init; }

    public FiscalQuarter Quarter { get; private init; }

    public FigureSubject Subject { get; private init; }

    /// <summary>A code: that of a category, of an academic standing …</summary>
    public string Kind { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string KindName { get; private init; } = "";

    /// <summary>Null if it is withheld.</summary>
    public int? People { get; private init; }

    /// <summary>
    /// How many of the people reached it from the first day of the fiscal year to the last one of the quarter: completed an event,
    /// or one that they had asked for. Null if it is withheld, or there is nothing to reach.
    /// </summary>
    public int? Reached { get; private init; }

    /// <summary>
    /// The figures of a quarter: of every office and subject, the cells that can be shown, and those that are withheld.
    /// </summary>
    /// <param name="before">What was withheld in the quarter before.</param>
    public static IEnumerable<PeopleFigure> Settle(
        IEnumerable<FigureCell> cells,
        ILookup<(Guid OfficeId, FigureSubject Subject), string> before,
        int fiscalYear,
        FiscalQuarter quarter
    )
    {
        foreach (var table in cells.GroupBy(cell => (cell.OfficeId, cell.Subject)))
        {
            List<FigureCell> row =
            [
                .. table.OrderBy(cell => cell.Rank).ThenBy(cell => cell.Kind, StringComparer.Ordinal),
            ];
            var withheld = Withheld(row);
            // What was withheld with a small number stays with it, or the number would follow if the others do not change.
            var kept = row.FindAll(cell => before[table.Key].Contains(cell.Kind));
            if (kept.Exists(cell => cell.HasSmall))
                withheld.UnionWith(kept);
            foreach (var cell in row)
                yield return new PeopleFigure(cell, fiscalYear, quarter, withheld.Contains(cell));
        }
    }

    private static HashSet<FigureCell> Withheld(List<FigureCell> row)
    {
        HashSet<FigureCell> withheld = [.. row.Where(cell => cell.HasSmall)];
        // What one person chose of several is a class only as far as somebody may know that each chose one alone.
        if (!row.Exists(cell => cell.Of is not null))
            withheld.UnionWith(SmallCells.OfClasses([.. row.Select(cell => cell.Parts)]).Select(place => row[place]));
        return withheld;
    }
}

/// <summary>What people are divided by.</summary>
public enum FigureSubject
{
    /// <summary>The category of their main appointment.</summary>
    Category,

    /// <summary>The academic standing in their main appointment.</summary>
    AcademicStanding,

    /// <summary>Whether a plan of theirs for the fiscal year was approved.</summary>
    ApprovedPlan,

    /// <summary>The topics that they asked for in a round that was closed in the quarter.</summary>
    NeededTopic,

    /// <summary>Everybody in post: who completed an event.</summary>
    Development,

    /// <summary>The same by the category of the main appointment.</summary>
    DevelopmentCategory,

    /// <summary>The same by its school.</summary>
    DevelopmentSchool,

    /// <summary>Everybody in post: who completed an event on a topic.</summary>
    DevelopmentTopic,

    /// <summary>Everybody in post: who completed an event of a form.</summary>
    DevelopmentMethod,

    /// <summary>Everybody who asked for a topic: who completed an event on one that they asked for.</summary>
    NeedMet,

    /// <summary>Everybody who asked for the topic: who completed an event on it.</summary>
    NeedMetTopic,
}

/// <summary>A counted cell: the persons of an office who are of a kind.</summary>
/// <param name="Rank">The place of the kind among those of its subject, always the same; the largest kind comes last.</param>
/// <param name="Of">If persons can be of several kinds: how many answered.</param>
public sealed record FigureCell(
    Guid OfficeId,
    FigureSubject Subject,
    string Kind,
    string KindName,
    int People,
    int Rank,
    int? Of = null
)
{
    /// <summary>
    /// How many of the persons reached something for the first time in the fiscal year, by quarter. Each quarter is a class of its
    /// own, so that the difference between the figures of two quarters is never a small number. Null if there is nothing to reach.
    /// </summary>
    public IReadOnlyList<int>? Reached { get; init; }

    /// <summary>Numbers of other persons that follow from this cell and another one.</summary>
    public IReadOnlyList<int> Rests { get; init; } = [];

    /// <summary>The numbers that add up to the persons.</summary>
    public IReadOnlyList<int> Parts => Reached is null ? [People] : [.. Reached, People - Reached.Sum()];

    public bool HasSmall =>
        Parts.Concat(Rests).Any(SmallCells.IsSmall) || Of is { } all && SmallCells.IsSmallPart(People, all);
}
