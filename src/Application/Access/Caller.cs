using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>The caller of a request: a name, roles, and the codes of the offices that the roles apply to.</summary>
/// <param name="Name">The name that is stored with the caller's records; idempotency keys are scoped to it.</param>
public sealed record Caller(string Name, IReadOnlySet<Role> Roles, IReadOnlySet<string> Offices)
{
    /// <summary>Used instead of an office code for the whole ministry. Only approvers can have it.</summary>
    public const string Ministry = "MINISTRY";

    /// <summary>What the names of callers with an access token begin with.</summary>
    public const string OfToken = "token:";

    /// <summary>What the names of users at the command line begin with.</summary>
    public const string OfOperator = "system:";

    /// <summary>Roles that apply to offices and include access to their drafts.</summary>
    private static readonly Role[] OfOffice =
    [
        Role.PlanOfficer,
        Role.BudgetOfficer,
        Role.Approver,
        Role.DevelopmentOfficer,
    ];

    public static readonly Caller Anonymous = new("anonymous", new HashSet<Role>(), new HashSet<string>());

    /// <summary>The service itself.</summary>
    public static readonly Caller System = new("system", new HashSet<Role>(), new HashSet<string>())
    {
        IsSystem = true,
    };

    /// <summary>A user at the command line of the machine.</summary>
    public static Caller AtCommandLine(string user, string machine) =>
        System with
        {
            Name = $"{OfOperator}{user}@{machine}",
        };

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }

    public string? RequestId { get; init; }

    /// <summary>
    /// Whether the caller is the service itself or a user at its command line, who may do everything.
    /// </summary>
    public bool IsSystem { get; private init; }

    public bool IsSignedIn => Name != Anonymous.Name;

    /// <summary>
    /// Whether the caller may read everything of every office, including drafts and unpublished staff, but not the registry
    /// of people.
    /// </summary>
    public bool SeesAll =>
        IsSystem
        || Roles.Contains(Role.MinistryAnalyst)
        || Roles.Contains(Role.Administrator)
        || Roles.Contains(Role.Approver) && Offices.Contains(Ministry);

    /// <summary>The codes of the offices of which the caller may read everything.</summary>
    public IEnumerable<string> SeenOffices => OfOffice.Any(Roles.Contains) ? Offices : [];

    /// <summary>Whether the caller reads everything of one office alone.</summary>
    public bool SeesOneOffice => SeenOffices.Take(2).Count() == 1;

    /// <summary>
    /// Whether the caller reads the registry of people of <see cref="SeenOffices"/>. Nobody reads all of it, not even
    /// those who see everything else.
    /// </summary>
    public bool SeesPeople => Roles.Contains(Role.DevelopmentOfficer);

    /// <summary>
    /// Whether the caller reads the record of the person that the caller's name is bound to, and of those whom that person
    /// leads.
    /// </summary>
    public bool SeesOneself => Roles.Contains(Role.Staff);

    /// <summary>Whether the caller merges records of people whom it does not see.</summary>
    public bool Administers => Roles.Contains(Role.Administrator);

    public bool Sees(string officeCode) => SeesAll || SeenOffices.Contains(officeCode);

    /// <summary>
    /// Whether the caller has the role for an office; administrators have theirs for all offices. Staff act as persons: an
    /// office in their token gives them no right there.
    /// </summary>
    public bool Is(Role role, string officeCode) =>
        IsSystem
        || Roles.Contains(role)
            && role != Role.Staff
            && (
                role == Role.Administrator
                || Offices.Contains(officeCode)
                || role == Role.Approver && Offices.Contains(Ministry)
            );

    public bool IsAny(IEnumerable<Role> roles, string officeCode) => roles.Any(role => Is(role, officeCode));
}

public static class CallerScope
{
    /// <summary>Marks a scope as the service's own, without a client.</summary>
    public static IServiceProvider AsSystem(this IServiceProvider scope) => scope.As(Caller.System);

    public static IServiceProvider As(this IServiceProvider scope, Caller caller)
    {
        scope.GetRequiredService<CallerContext>().Become(caller);
        return scope;
    }
}

/// <summary>The caller of the current scope; anonymous until it is set.</summary>
public sealed class CallerContext
{
    public Caller Caller { get; private set; } = Caller.Anonymous;

    public void Become(Caller caller) => Caller = caller;
}
