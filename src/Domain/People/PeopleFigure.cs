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

    /// <param name="people">Null if it is withheld.</param>
    public PeopleFigure(FigureCell cell, int fiscalYear, FiscalQuarter quarter, int? people)
    {
        (OfficeId, Subject, Kind, KindName) = (cell.OfficeId, cell.Subject, cell.Kind, cell.KindName);
        (FiscalYear, Quarter, People) = (fiscalYear, quarter, people);
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

    public int? People { get; private init; }

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
            if (kept.Exists(cell => SmallCells.IsSmall(cell.People)))
                withheld.UnionWith(kept);
            foreach (var cell in row)
                yield return new PeopleFigure(cell, fiscalYear, quarter, withheld.Contains(cell) ? null : cell.People);
        }
    }

    private static HashSet<FigureCell> Withheld(List<FigureCell> row)
    {
        if (row.Exists(cell => cell.Of is not null))
            return [.. row.Where(cell => SmallCells.IsSmallPart(cell.People, cell.Of!.Value))];
        return [.. SmallCells.OfClasses([.. row.Select(cell => cell.People)]).Select(place => row[place])];
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
);
