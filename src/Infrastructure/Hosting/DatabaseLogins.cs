namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>The two ways into the database.</summary>
/// <param name="Service">The service's own, as a member of the role that owns nothing.</param>
/// <param name="Owner">The owner's, for migrations; the same where only one is configured.</param>
public sealed record DatabaseLogins(string Service, string Owner);
