using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Offices;

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
        "development officer",
        "development officer elsewhere",
        "analyst who develops",
        "member of staff",
        "analyst on the staff",
    ];

    /// <summary>The name of every caller who is signed in.</summary>
    public const string Name = "local:somebody";

    public static Caller Of(string name) =>
        Somebody.All[name] is { } one
            ? new Caller(Name, one.Roles.ToHashSet(), one.Offices.ToHashSet())
            : Caller.Anonymous;

    /// <summary>Somebody who sees every row, as nobody does.</summary>
    public static Caller Everything(LoadedRows rows) =>
        new(
            "everything",
            new HashSet<Role> { Role.Administrator, Role.DevelopmentOfficer },
            rows.Of<Office>().Select(office => office.Code).ToHashSet()
        );
}
