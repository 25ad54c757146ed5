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
        object[] subjects = met is { } also ? [developed, also] : [developed];
        List<(MemberPath, IReadOnlyList<object>)> among = [(Year, [query.FiscalYear]), (Subject, subjects)];
        if (query.OfficeCode is { } office)
            among.Add((OfficeCode, [office]));
        if (query.Quarter is { } only)
            among.Add((Quarter, [only]));
        var found = await groups.ReadAsync(
            new GroupQuery(typeof(PeopleFigure))
            {
                Among = among,
                Keys = [Quarter, Subject, .. KeysOf(query.GroupBy)],
                Figures = [Sums],
            },
            cancellationToken
        );
        var isByQuarter = query.GroupBy == DevelopmentKey.Quarter;
        // By quarter, each is up to its end; otherwise all rows are up to the end of the latest one.
        var latest = found.Max(row => (string?)row.Keys[0]);
        return new DevelopmentSummary(
            DevelopmentBasis.Settled,
            isByQuarter || latest is null ? null : EnumText.Parse<FiscalQuarter>(latest),
            [
                .. found
                    .Where(row => isByQuarter || (string)row.Keys[0]! == latest)
                    .GroupBy(row => (string)(isByQuarter ? row.Keys[0] : row.Keys[2])!)
                    .OrderBy(rows => rows.Key, StringComparer.Ordinal)
                    .Select(rows => RowOf(rows.Key, [.. rows], developed, met, isByQuarter)),
            ]
        );
    }

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

        List<GroupRow> Of(FigureSubject one) => [.. rows.Where(row => (string)row.Keys[1]! == EnumText.Of(one))];
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
