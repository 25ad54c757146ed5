using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Who asks in these tests: what they see and may use differs.</summary>
internal static class MixedCallers
{
    public static readonly string[] Names =
    [
        "nobody",
        "budget officer",
        "plan officer elsewhere",
        "analyst",
        "administrator",
    ];

    public static Caller Of(string name) =>
        Somebody.All[name] is { } one
            ? new Caller("somebody", new HashSet<Domain.Access.Role> { one.Role }, one.Offices.ToHashSet())
            : Caller.Anonymous;
}
