using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class PlanFaultType : ObjectType<PlanFault>
{
    public PlanFaultType()
        : base("PlanFault", "An error in a plan file.")
    {
        Value(
            "path",
            "String!",
            fault => fault.Path,
            "JSON Pointer to the place in the file; empty for the whole file."
        );
        Value("message", "String!", fault => fault.Message, "What is wrong, and what is allowed.");
    }
}

internal sealed class PlanFileRefusedErrorType : ErrorType<PlanFileRefused>
{
    public PlanFileRefusedErrorType()
        : base("PlanFileRefusedError", "The plan file has errors; nothing was imported.") =>
        Value("faults", "[PlanFault!]!", error => error.Faults, "All errors of the file.");
}
