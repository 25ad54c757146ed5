using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Statistics;

/// <summary>
/// Counts of a few persons are withheld from everybody except the office, where they are personal data.
/// </summary>
public sealed class ObservationModel : Model<Observation>
{
    public ObservationModel()
        : base("One cell of a dataset.")
    {
        SeenBy(
            Seen.Either(
                WhenNot(observation => observation.Withheld),
                OwnOffice(observation => RowOf.Id<Dataset>(observation.DatasetId).Office.Code)
            )
        );
        Many<Coordinate>(
            "coordinates",
            coordinate => coordinate.ObservationId,
            coordinate => coordinate.Position,
            "The coordinates of the cell: one value for each dimension."
        );
        Field(observation => observation.Value, "The value: 0 for a printed \"-\", null if the cell is not a number.")
            .PersonalWhere((Observation observation) => observation.Withheld);
        Field(observation => observation.Text, "As printed.")
            .PersonalWhere((Observation observation) => observation.Withheld);
        Field(observation => observation.Total, "Whether the cell is a printed sum.");
        Source().PersonalWhere((Observation observation) => observation.Withheld);
    }
}
