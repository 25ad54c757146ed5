using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>The readable name and the sort position of a group of indicators: by office, number and key.</summary>
internal sealed record IndicatorPlace(string Key, string Label, string OfficeCode = "", int Number = 0);

/// <summary>A grouping of indicators: the group keys, and how a group is named and sorted by them.</summary>
internal sealed record IndicatorPlaces(
    IReadOnlyList<MemberPath> Keys,
    Func<IReadOnlyList<object?>, IndicatorPlace> Read
)
{
    /// <summary>The key of the group of indicators without a definition.</summary>
    public const string Unlinked = "UNLINKED";

    private static readonly MemberPath OfficeCode = Path(target =>
        RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office.Code
    );

    public static readonly IndicatorPlaces AllInOneGroup = new([], _ => new IndicatorPlace("", ""));

    public static readonly IndicatorPlaces Office = new(
        [OfficeCode, Path(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office.Name)],
        values => new IndicatorPlace((string)values[0]!, (string)values[1]!, (string)values[0]!)
    );

    /// <summary>
    /// By province. The name is not part of the key, because offices print it; <see cref="ProvinceNames"/> provides it.
    /// </summary>
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

    /// <summary>By definition. Indicators without a definition come last.</summary>
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

/// <summary>The names of provinces by code, as printed by the first of their offices.</summary>
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
