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
    public static IEnumerable<PeopleFigure> Settle(IEnumerable<FigureCell> cells, int fiscalYear, FiscalQuarter quarter)
    {
        var all = cells.ToLookup(cell => (cell.Subject, cell.Kind));
        var numbers = all.ToDictionary(kind => kind.Key, kind => kind.Sum(cell => cell.People));
        foreach (var table in all.SelectMany(kind => kind).GroupBy(cell => (cell.OfficeId, cell.Subject)))
        {
            List<FigureCell> row =
            [
                .. table
                    .OrderBy(cell => numbers[(cell.Subject, cell.Kind)])
                    .ThenBy(cell => cell.Kind, StringComparer.Ordinal),
            ];
            var withheld = row.Exists(cell => cell.Of is not null)
                ? Enumerable
                    .Range(0, row.Count)
                    .Where(place => SmallCells.IsSmallPart(row[place].People, row[place].Of!.Value))
                    .ToHashSet()
                : SmallCells.OfClasses([.. row.Select(cell => cell.People)]);
            foreach (var (cell, place) in row.Select((cell, place) => (cell, place)))
                yield return new PeopleFigure(cell, fiscalYear, quarter, withheld.Contains(place) ? null : cell.People);
        }
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
/// <param name="Of">If persons can be of several kinds: how many were asked.</param>
public sealed record FigureCell(
    Guid OfficeId,
    FigureSubject Subject,
    string Kind,
    string KindName,
    int People,
    int? Of = null
);
