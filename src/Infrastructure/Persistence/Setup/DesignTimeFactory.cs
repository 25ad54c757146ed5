using Microsoft.EntityFrameworkCore.Design;

namespace TeacherDevPlan.Infrastructure.Persistence.Setup;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model but no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PlanDbContext>
{
    public PlanDbContext CreateDbContext(string[] args) => new(DatabaseOptions.Configure("Host=localhost").Options);
}
