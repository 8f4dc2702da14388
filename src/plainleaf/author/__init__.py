"""What people do around a text: begin, translate, review, and sign what will be printed."""
