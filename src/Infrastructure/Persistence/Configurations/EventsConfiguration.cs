using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");
        builder.HasOne(course => course.Office).WithMany().HasForeignKey(course => course.OfficeId);
        builder.HasMany(course => course.Subjects).WithOne().HasForeignKey(subject => subject.CourseId);
    }
}

internal sealed class CourseSubjectConfiguration : IEntityTypeConfiguration<CourseSubject>
{
    public void Configure(EntityTypeBuilder<CourseSubject> builder)
    {
        builder.ToTable("course_subjects");
        builder.HasOne(subject => subject.Topic).WithMany().HasForeignKey(subject => subject.TopicId);
        builder.HasOne(subject => subject.Competency).WithMany().HasForeignKey(subject => subject.CompetencyId);
    }
}

internal sealed class OfferingConfiguration : IEntityTypeConfiguration<Offering>
{
    public void Configure(EntityTypeBuilder<Offering> builder)
    {
        builder.ToTable("offerings");
        builder.Ignore(offering => offering.Free);
        builder.Ignore(offering => offering.RefusalToAttend);
        builder.HasOne(offering => offering.Office).WithMany().HasForeignKey(offering => offering.OfficeId);
        builder.HasOne(offering => offering.Course).WithMany().HasForeignKey(offering => offering.CourseId);
        builder
            .HasOne(offering => offering.Activity)
            .WithMany()
            .HasForeignKey(offering => offering.ActivityId)
            .OnDelete(DeleteBehavior.SetNull);
        builder
            .HasOne(offering => offering.Project)
            .WithMany()
            .HasForeignKey(offering => offering.ProjectId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(offering => offering.Method).WithMany().HasForeignKey(offering => offering.MethodId);
        builder.HasMany(offering => offering.Categories).WithOne().HasForeignKey(category => category.OfferingId);
        builder.HasMany(offering => offering.Sessions).WithOne().HasForeignKey(session => session.OfferingId);
        builder
            .HasMany(offering => offering.Enrollments)
            .WithOne(one => one.Offering)
            .HasForeignKey(one => one.OfferingId);
    }
}

internal sealed class OfferingCategoryConfiguration : IEntityTypeConfiguration<OfferingCategory>
{
    public void Configure(EntityTypeBuilder<OfferingCategory> builder)
    {
        builder.ToTable("offering_categories");
        builder.Restricted(one => one.Category, one => one.CategoryId);
    }
}

internal sealed class AttendanceCodeConfiguration : IEntityTypeConfiguration<AttendanceCode>
{
    public void Configure(EntityTypeBuilder<AttendanceCode> builder)
    {
        builder.ToTable("attendance_codes");
        builder.HasOne<Session>().WithOne().HasForeignKey<AttendanceCode>(code => code.SessionId);
        builder.HasMany(code => code.Tries).WithOne().HasForeignKey(one => one.CodeId);
    }
}

internal sealed class AttendanceTryConfiguration : IEntityTypeConfiguration<AttendanceTry>
{
    public void Configure(EntityTypeBuilder<AttendanceTry> builder)
    {
        builder.ToTable("attendance_tries");
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(one => one.EnrollmentId);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder) => builder.ToTable("sessions");
}

internal sealed class EnrollmentConfiguration : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("enrollments");
        builder.Ignore(one => one.IsOpen);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.Restricted(one => one.Category, one => one.CategoryId);
        builder
            .HasOne(one => one.PlanItem)
            .WithMany()
            .HasForeignKey(one => one.PlanItemId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(one => one.Attendances).WithOne().HasForeignKey(one => one.EnrollmentId);
        builder.HasMany(one => one.Exceptions).WithOne().HasForeignKey(one => one.EnrollmentId);
        builder.HasIndex(one => new { one.OfferingId, one.PersonId }).IsUnique();
    }
}

internal sealed class EnrollmentExceptionConfiguration : IEntityTypeConfiguration<EnrollmentException>
{
    public void Configure(EntityTypeBuilder<EnrollmentException> builder) => builder.ToTable("enrollment_exceptions");
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendances");
        builder.Restricted(one => one.Session, one => one.SessionId);
    }
}
