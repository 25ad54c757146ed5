using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Figures;

/// <summary>
/// The settled figures by one key. All of it is a function of rows that everybody sees, so it tells nothing of what is
/// withheld. Everybody in post has one office on the last day of a quarter, so people are distinct across offices.
/// </summary>
internal static class SettledDevelopment
{
    private const string Sums = "PeopleFigure.sums";

    private static readonly MemberPath Year = Path(figure => figure.FiscalYear);
    private static readonly MemberPath Quarter = Path(figure => figure.Quarter);
    private static readonly MemberPath Subject = Path(figure => figure.Subject);
    private static readonly MemberPath OfficeCode = Path(figure => figure.Office.Code);

    public static async Task<DevelopmentSummary> SettledAsync(
        this IGroupReader groups,
        SummariseDevelopment query,
        CancellationToken cancellationToken
    )
    {
        var (developed, met) = SubjectsOf(query);
        // These have rows only for offices in which somebody was developed so; everybody in post could have been.
        var isOfEverybody = query.GroupBy is DevelopmentKey.Topic or DevelopmentKey.Method;
        List<object> subjects = [developed];
        if (met is { } also)
            subjects.Add(also);
        if (isOfEverybody)
            subjects.Add(FigureSubject.Development);
        List<(MemberPath, IReadOnlyList<object>)> among = [(Year, [query.FiscalYear]), (Subject, subjects)];
        if (query.OfficeCode is { } office)
            among.Add((OfficeCode, [office]));
        var only = query.Quarter;
        if (isOfEverybody)
            only ??= await groups.LatestAsync(among, cancellationToken);
        if (only is { } one)
            among.Add((Quarter, [one]));
        var found = await groups.ReadAsync(
            new GroupQuery(typeof(PeopleFigure))
            {
                Among = among,
                Keys =
                [
                    Quarter,
                    Subject,
                    .. KeysOf(query.GroupBy),
                    .. isOfEverybody ? [OfficeCode] : Array.Empty<MemberPath>(),
                ],
                Figures = [Sums],
            },
            cancellationToken
        );
        var isByQuarter = query.GroupBy == DevelopmentKey.Quarter;
        // By quarter, each is up to its end; otherwise all rows are up to the end of the latest one.
        var latest = found.Max(row => (string?)row.Keys[0]);
        var everybody = isOfEverybody ? found.Where(row => IsOf(row, FigureSubject.Development)).ToList() : [];
        return new DevelopmentSummary(
            DevelopmentBasis.Settled,
            isByQuarter || latest is null ? null : EnumText.Parse<FiscalQuarter>(latest),
            [
                .. found
                    .Except(everybody)
                    .Where(row => isByQuarter || (string)row.Keys[0]! == latest)
                    .GroupBy(row => (string)(isByQuarter ? row.Keys[0] : row.Keys[2])!)
                    .OrderBy(rows => rows.Key, StringComparer.Ordinal)
                    .Select(rows =>
                        RowOf(
                            rows.Key,
                            [.. rows, .. Others(everybody, [.. rows], developed)],
                            developed,
                            met,
                            isByQuarter
                        )
                    ),
            ]
        );
    }

    private static async Task<FiscalQuarter?> LatestAsync(
        this IGroupReader groups,
        IReadOnlyList<(MemberPath, IReadOnlyList<object>)> among,
        CancellationToken cancellationToken
    )
    {
        var found = await groups.ReadAsync(
            new GroupQuery(typeof(PeopleFigure)) { Among = among, Keys = [Quarter] },
            cancellationToken
        );
        return found.Max(row => (string?)row.Keys[0]) is { } latest ? EnumText.Parse<FiscalQuarter>(latest) : null;
    }

    /// <summary>
    /// Those in post in the offices without a row of the kind, where nobody reached it. An office of which the row is withheld
    /// has one, and is left out.
    /// </summary>
    private static IEnumerable<GroupRow> Others(
        List<GroupRow> everybody,
        IReadOnlyList<GroupRow> rows,
        FigureSubject developed
    )
    {
        if (everybody.Count == 0)
            return [];
        var reached = rows.Where(row => IsOf(row, developed)).Select(row => (string)row.Keys[4]!).ToHashSet();
        return everybody
            .Where(row => !reached.Contains((string)row.Keys[4]!))
            .Select(row => new GroupRow(
                [row.Keys[0], EnumText.Of(developed), .. rows[0].Keys.Skip(2).Take(2), row.Keys[4]],
                row.Count,
                new Dictionary<string, object?>(row.Figures) { ["reached"] = row.Figures["people"] is null ? null : 0 }
            ));
    }

    private static bool IsOf(GroupRow row, FigureSubject subject) => (string)row.Keys[1]! == EnumText.Of(subject);

    private static DevelopmentRow RowOf(
        string key,
        IReadOnlyList<GroupRow> rows,
        FigureSubject developed,
        FigureSubject? met,
        bool isByQuarter
    )
    {
        var (all, asking) = (Of(developed), met is { } subject ? Of(subject) : []);
        var label = isByQuarter ? key : rows.Min(row => (string)row.Keys[3]!)!;
        return new DevelopmentRow(
            key,
            new LocalText(label, label),
            new DevelopmentMeasures
            {
                InPost = Sum(all, "people"),
                Developed = Sum(all, "reached"),
                Asking = Sum(asking, "people"),
                Met = Sum(asking, "reached"),
            },
            rows.Sum(row => (int)row.Figures["withheld"]!)
        );

        List<GroupRow> Of(FigureSubject one) => [.. rows.Where(row => IsOf(row, one))];
    }

    /// <summary>Null if there is nothing that is shown.</summary>
    private static int? Sum(List<GroupRow> rows, string figure)
    {
        var shown = rows.FindAll(row => row.Figures[figure] is not null);
        return shown.Count == 0 ? null : shown.Sum(row => (int)row.Figures[figure]!);
    }

    private static (FigureSubject Developed, FigureSubject? Met) SubjectsOf(SummariseDevelopment query) =>
        query.GroupBy switch
        {
            DevelopmentKey.Category => (FigureSubject.DevelopmentCategory, null),
            DevelopmentKey.Topic => (FigureSubject.DevelopmentTopic, FigureSubject.NeedMetTopic),
            DevelopmentKey.Method => (FigureSubject.DevelopmentMethod, null),
            DevelopmentKey.School when query.OfficeCode is not null => (FigureSubject.DevelopmentSchool, null),
            DevelopmentKey.School => throw new QueryRefusedException(
                "OFFICE_REQUIRED",
                "office",
                "must be given to group by SCHOOL."
            ),
            DevelopmentKey.Project => throw new QueryRefusedException(
                "NOT_PUBLISHED",
                "groupBy",
                "PROJECT is for development officers of the office that is named; the figures that everybody sees are not settled by project."
            ),
            _ => (FigureSubject.Development, FigureSubject.NeedMet),
        };

    private static IReadOnlyList<MemberPath> KeysOf(DevelopmentKey key) =>
        key switch
        {
            DevelopmentKey.Quarter => [],
            DevelopmentKey.Office => [OfficeCode, Path(figure => figure.Office.Name)],
            DevelopmentKey.Province =>
            [
                Path(figure => figure.Office.ProvinceCode),
                Path(figure => figure.Office.Province),
            ],
            _ => [Path(figure => figure.Kind), Path(figure => figure.KindName)],
        };

    private static MemberPath Path(Expression<Func<PeopleFigure, object?>> member) => MemberPath.Of(member);
}
