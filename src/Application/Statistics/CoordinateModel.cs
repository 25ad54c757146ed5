using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Statistics;

public sealed class CoordinateModel : Model<Coordinate>
{
    public CoordinateModel()
        : base("The value of one dimension.")
    {
        SeenBy(Seen.WithParent);
        Field(coordinate => coordinate.Dimension, "The dimension's name.");
        Field(coordinate => coordinate.Value, "As printed.");
    }
}
