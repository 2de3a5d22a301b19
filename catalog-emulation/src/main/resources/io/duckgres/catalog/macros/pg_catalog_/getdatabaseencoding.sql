() AS ('UTF8')
