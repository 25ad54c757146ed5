using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A table of statistics in SDMX terms: observations, each at one value of every dimension.</summary>
public sealed class Dataset : Entity
{
    /// <summary>The smallest number of persons that is published.</summary>
    public const int SmallestCell = 5;

    private readonly List<Observation> observations = [];

    private Dataset() { }

    private Dataset(DevelopmentPlan plan, string code) =>
        (Office, OfficeId, Plan, PlanId, FiscalYear, Code) = (
            plan.Office,
            plan.OfficeId,
            plan,
            plan.Id,
            plan.FiscalYear,
            code
        );

    public Guid OfficeId { get; private set; }

    public Office Office { get; private set; } = null!;

    public Guid PlanId { get; private set; }

    /// <summary>The plan that contains the table.</summary>
    public DevelopmentPlan Plan { get; private set; } = null!;

    /// <summary>The fiscal year of the plan (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>The position in the plan, from 0.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? AsOf { get; private set; }

    /// <summary>Whether cells count persons who could be recognised in small numbers.</summary>
    public bool PersonalData { get; private set; }

    /// <summary>The number of cells that are shown only to callers who may read personal data of the office.</summary>
    public int WithheldCells { get; private set; }

    public string[] Dimensions { get; private set; } = [];

    public IReadOnlyList<Observation> Observations => observations;

    internal static void Merge(
        DevelopmentPlan plan,
        List<Dataset> datasets,
        IReadOnlyList<DatasetDocument> documents
    ) =>
        Common.Merge.Into(
            datasets,
            documents,
            dataset => dataset.Code,
            document => document.Code,
            document => new Dataset(plan, document.Code),
            (dataset, document, position) => dataset.Apply(document, position)
        );

    private void Apply(DatasetDocument document, int position)
    {
        (Title, AsOf, Position, PersonalData) = (document.Title, document.AsOf, position, document.PersonalData);
        if (!Dimensions.SequenceEqual(document.Dimensions))
            Dimensions = [.. document.Dimensions];
        Common.Merge.Into(
            observations,
            document.Observations,
            observation => observation.Place,
            observation => string.Join('\n', observation.At),
            _ => new Observation(),
            (observation, stated, position) => observation.Apply(stated, Dimensions, position)
        );
        WithholdSmallCells();
    }

    /// <summary>
    /// Withholds counts of one to four persons and, if there are any, every printed sum, from which they could be
    /// computed.
    /// </summary>
    private void WithholdSmallCells()
    {
        var anySmall = PersonalData && observations.Exists(cell => IsSmall(cell.Value));
        foreach (var observation in observations)
            observation.Withheld = anySmall && (observation.Total || IsSmall(observation.Value));
        WithheldCells = observations.Count(observation => observation.Withheld);
    }

    /// <summary>Whether a number of persons is too small to be published.</summary>
    internal static bool IsSmall(decimal? persons) => persons is > 0 and < SmallestCell;
}

/// <summary>One cell of a dataset. The value is null if the cell is not a number.</summary>
public sealed class Observation : Entity
{
    private readonly List<Coordinate> coordinates = [];

    public Guid DatasetId { get; private set; }

    public int Position { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>As printed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the cell is a printed sum.</summary>
    public bool Total { get; private set; }

    /// <summary>Whether the cell is shown only to callers who may read personal data of the office.</summary>
    public bool Withheld { get; internal set; }

    public IReadOnlyList<Coordinate> Coordinates => coordinates;

    /// <summary>The value of each dimension, in order.</summary>
    internal string[] At => [.. coordinates.OrderBy(at => at.Position).Select(at => at.Value)];

    internal string Place => string.Join('\n', At);

    internal void Apply(ObservationDocument document, string[] dimensions, int position)
    {
        (Value, Text, Total, Position) = (document.Value, document.Text, document.Total, position);
        Merge.Into(
            coordinates,
            [.. dimensions.Zip(document.At)],
            coordinate => coordinate.Position,
            pair => Array.IndexOf(dimensions, pair.First),
            pair => new Coordinate { Position = Array.IndexOf(dimensions, pair.First) },
            (coordinate, pair, _) => (coordinate.Dimension, coordinate.Value) = pair
        );
    }
}

/// <summary>The value of one dimension for an observation.</summary>
public sealed class Coordinate : Entity
{
    public Guid ObservationId { get; private set; }

    public int Position { get; internal init; }

    public string Dimension { get; internal set; } = "";

    public string Value { get; internal set; } = "";
}
