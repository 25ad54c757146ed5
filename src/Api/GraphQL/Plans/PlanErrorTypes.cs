using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class PlanFaultType : ObjectType<PlanFault>
{
    public PlanFaultType()
        : base("PlanFault", "A fault of a plan file.")
    {
        Value("path", "String!", fault => fault.Path, "Where, as a JSON Pointer into the file; empty for the whole.");
        Value("message", "String!", fault => fault.Message, "What would be right.");
    }
}

internal sealed class PlanFileRefusedErrorType : ErrorType<PlanFileRefused>
{
    public PlanFileRefusedErrorType()
        : base("PlanFileRefusedError", "A plan file that cannot be taken over; it is refused whole.") =>
        Value("faults", "[PlanFault!]!", error => error.Faults, "Every fault.");
}
