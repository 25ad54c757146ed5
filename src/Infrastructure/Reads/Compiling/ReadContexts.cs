using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Creates compilers for each view. One instance serves the whole application.</summary>
public sealed class ReadContexts
{
    private readonly Lazy<Tables> tables;
    private readonly Models models;
    private readonly Cursors cursors;

    internal ReadContexts(PlanDatabase database, Models models, Cursors cursors)
    {
        tables = new Lazy<Tables>(() => new Tables(database.Model));
        (this.models, this.cursors) = (models, cursors);
    }

    internal ReadContext For(Caller caller) =>
        new(tables.Value, models, ReadRequests.ViewOf(caller), caller.SeesPeople, caller.SeesOneself);

    /// <summary>A compiler for callers of the kind of this one.</summary>
    public ReadCompiler Compiler(Caller caller) => new(For(caller), cursors, rule => rule.Allows(caller));
}

/// <summary>Derives the request's values and the view from the caller.</summary>
public static class ReadRequests
{
    public static ReadRequest Of(Caller caller, IReadOnlyDictionary<string, object?> variables, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new ReadRequest(variables, caller.Name, [.. caller.SeenOffices], ThaiDay.Of(now), now);
    }

    public static View ViewOf(Caller caller) =>
        caller.SeesAll ? View.All
        : caller.SeenOffices.Any() ? View.Offices
        : View.Published;
}
