using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>How a group of indicators is told and sorted: by office, number and key.</summary>
internal sealed record IndicatorPlace(string Key, string Label, string OfficeCode = "", int Number = 0);

/// <summary>What indicators are grouped by: the keys of a group, and what they make it.</summary>
internal sealed record IndicatorPlaces(
    IReadOnlyList<MemberPath> Keys,
    Func<IReadOnlyList<object?>, IndicatorPlace> Read
)
{
    /// <summary>The key of what is linked to no definition.</summary>
    public const string Unlinked = "UNLINKED";

    private static readonly MemberPath OfficeCode = Path(target =>
        RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office.Code
    );

    public static readonly IndicatorPlaces Whole = new([], _ => new IndicatorPlace("", ""));

    public static readonly IndicatorPlaces Office = new(
        [OfficeCode, Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office.Name)],
        values => new IndicatorPlace((string)values[0]!, (string)values[1]!, (string)values[0]!)
    );

    /// <summary>Its offices print its name; <see cref="ProvinceNames"/> knows it.</summary>
    public static readonly IndicatorPlaces Province = new(
        [Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office.ProvinceCode)],
        values => new IndicatorPlace((string)values[0]!, "", (string)values[0]!)
    );

    public static readonly IndicatorPlaces Strategy = new(
        [
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).StrategyId),
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Name),
            OfficeCode,
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Number),
        ],
        values => new IndicatorPlace(
            new NodeId(nameof(Strategy), (Guid)values[0]!).ToString(),
            (string)values[1]!,
            (string)values[2]!,
            (int)values[3]!
        )
    );

    public static readonly IndicatorPlaces Indicator = new(
        [
            Path(target => target.IndicatorId),
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Name),
            OfficeCode,
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Number),
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Number),
        ],
        values => new IndicatorPlace(
            new NodeId(nameof(Indicator), (Guid)values[0]!).ToString(),
            (string)values[1]!,
            (string)values[2]!,
            (int)values[3]! * 1000 + (int)values[4]!
        )
    );

    /// <summary>What is linked to none comes last.</summary>
    public static readonly IndicatorPlaces Definition = new(
        [
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Definition!.Code),
            Path(target => RowOf.Id<Indicator>(target.IndicatorId).Definition!.Name),
        ],
        values =>
            values[0] is string code
                ? new IndicatorPlace(code, (string)values[1]!)
                : new IndicatorPlace(Unlinked, "", Number: 1)
    );

    public static readonly IndicatorPlaces Status = new(
        [],
        values => new IndicatorPlace(
            (string)values[0]!,
            "",
            Number: (int)EnumText.Parse<AchievementStatus>((string)values[0]!)
        )
    )
    {
        ComputedKeys = ["IndicatorTarget.status"],
    };

    public IReadOnlyList<string> ComputedKeys { get; init; } = [];

    private static MemberPath Path(Expression<Func<IndicatorTarget, object?>> member) => MemberPath.Of(member);
}

/// <summary>Names of provinces by their codes, as the first of their offices prints them.</summary>
internal static class ProvinceNames
{
    private static readonly IReadOnlyList<MemberPath> Keys =
    [
        MemberPath.Of((Expression<Func<Office, string>>)(office => office.ProvinceCode)),
        MemberPath.Of((Expression<Func<Office, string>>)(office => office.Province)),
    ];

    public static async Task<IReadOnlyDictionary<string, string>> ProvincesAsync(
        this IGroupReader groups,
        CancellationToken cancellationToken
    )
    {
        var found = await groups.ReadAsync(new GroupQuery(typeof(Office)) { Keys = Keys }, cancellationToken);
        return found
            .GroupBy(row => (string)row.Keys[0]!, row => (string)row.Keys[1]!)
            .ToDictionary(names => names.Key, names => names.Min(StringComparer.Ordinal)!);
    }
}
