namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>An interceptor that is also told of reading statements which are sent without EF Core.</summary>
public interface IStatementWatch
{
    ValueTask SendingAsync(string sql);
}
