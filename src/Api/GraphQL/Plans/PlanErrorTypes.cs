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
        : base("PlanFileRefusedError", "The plan file has errors; nothing was imported.")
    {
        Value(
            "faults",
            "[PlanFault!]!",
            error => error.Faults,
            $"The first errors of the file, at most {PlanFileRefused.MostListed}."
        );
        Value(
            "unlistedFaults",
            "Int!",
            error => error.UnlistedFaults,
            $"The number of further errors. Checking ends at {PlanFileRefused.MostCounted} errors in all."
        );
    }
}
