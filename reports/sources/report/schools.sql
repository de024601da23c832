select * from release.schools
