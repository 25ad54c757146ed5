using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

/// <summary>Small numbers of persons are withheld from everybody but the office, and personal data there.</summary>
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
            "Where it lies: one value for each dimension."
        );
        Field(observation => observation.Value, "0 where \"-\" is printed; null where what is printed is not a number.")
            .PersonalWhere((Observation observation) => observation.Withheld);
        Field(observation => observation.Text, "As printed.")
            .PersonalWhere((Observation observation) => observation.Withheld);
        Field(observation => observation.Total, "Whether it is a printed sum.");
        Source().PersonalWhere((Observation observation) => observation.Withheld);
    }
}
