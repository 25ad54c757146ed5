using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Raises a project's version, once per save, where the project or a part of it is about to change.</summary>
internal sealed class ProjectVersioning : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var tracker = eventData.Context!.ChangeTracker;
        var changedParts = tracker
            .Entries<IProjectPart>()
            .Where(IsChanged)
            .Select(entry => entry.Entity.ProjectId)
            .ToHashSet();
        foreach (var project in tracker.Entries<Project>().ToList())
        {
            var changed = project.State == EntityState.Modified || changedParts.Contains(project.Entity.Id);
            if (changed && project.State is (EntityState.Modified or EntityState.Unchanged))
                project.Entity.Touch();
        }

        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static bool IsChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
